let nearMarkRules: [Rule] = []
