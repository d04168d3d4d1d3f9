import KithCLI

runAsProcess()
