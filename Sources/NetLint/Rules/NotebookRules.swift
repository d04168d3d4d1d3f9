let notebookRules: [Rule] = []
