;;; emacs-mode-editing.el --- what people type in notes in Emacs, and what comes of it  -*- lexical-binding: t -*-

;; The words for it, `kith-try' and others, are in emacs-mode.el, which loads this.

(require 'cl-lib)

(defun kith-editing ()
  "What is typed and moved becomes what a person means."
  (kith-try "M-; makes a line a comment" "  - bre|ad\n" "//   - bre|ad\n" 'comment-dwim)
  (kith-try "and takes that back" "//   - bre|ad\n" "  - bre|ad\n" 'comment-dwim)
  (kith-try "on an empty line it begins one, in column 0" "- bread\n|\n" "- bread\n// |\n" 'comment-dwim)
  (kith-see "a region becomes comments, and notes again" '("// - a\n//   - b\n" "- a\n  - b\n")
            (lambda () (kith-in "- a\n  - b\n"
                         (list (progn (comment-region (point-min) (point-max)) (buffer-string))
                               (progn (uncomment-region (point-min) (point-max)) (buffer-string))))))
  (kith-see "undo takes it back" "- a\n- b\n"
            (lambda () (kith-in "- a\n|"
                         (insert "- b\n")
                         (undo-boundary)
                         (forward-line -1)
                         (kith-comment)
                         (undo-boundary)
                         (undo)
                         (buffer-string))))
  (kith-see "a handle is a symbol, and an address in text no comment" '("@jun-ito" nil)
            (lambda () (kith-in "- saw @jun|-ito's https://jun.example\n"
                         (list (thing-at-point 'symbol t) (nth 4 (syntax-ppss (1- (point-max))))))))

  (kith-try "TAB steps an item under the one above" "- a\n- b|\n" "- a\n  - b|\n" 'indent-for-tab-command)
  (kith-try "from the deepest to the margin" "- a\n  - b|\n" "- a\n- b|\n" 'indent-for-tab-command)
  (kith-try "through all levels above" "- a\n  - b\n- c|\n" "- a\n  - b\n    - c|\n" 'indent-for-tab-command 'indent-for-tab-command)
  (kith-try "with all below it" "- a\n- b|\n  more\n  - c\n- d\n" "- a\n  - b|\n    more\n    - c\n- d\n" 'indent-for-tab-command)
  (kith-try "S-TAB steps it back" "- a\n  - b|\n    - c\n" "- a\n- b|\n  - c\n" 'kith-outdent)
  (kith-try "TAB puts what goes on with an item below its text" "- a\n|b\n" "- a\n  |b\n" 'indent-for-tab-command)
  (kith-try "and with a field" "# A\nknows: @b,\n     |@c\n" "# A\nknows: @b,\n  |@c\n" 'indent-for-tab-command)
  (kith-try "TAB has text below a field go on with it" "# A\nrole: b\nand |c\n" "# A\nrole: b\n  and |c\n"
            'indent-for-tab-command)
  (kith-try "TAB again takes that back" "# A\nrole: b\nand |c\n" "# A\nrole: b\nand |c\n"
            'indent-for-tab-command 'indent-for-tab-command)
  (kith-try "but a single TAB leaves a header whole" "# A\nrole: b\n  |c\n" "# A\nrole: b\n  |c\n" 'indent-for-tab-command)
  (kith-try "which S-TAB does not" "# A\nrole: b\n  |c\n" "# A\nrole: b\n|c\n" 'kith-outdent)
  (kith-see "TAB completes within an item's text, if it is to complete" "- a\n- b|\n"
            (lambda () (let ((tab-always-indent 'complete)) (kith-in "- a\n- b|\n" (setq this-command 'indent-for-tab-command)
                                                              (kith-indent-line) (kith-now)))))
  (kith-see "a region is indented as kith formats it" "- a\n  - b\n  - c\n    more\n      yet\n- d\nlow\n```\n   code\n```\n"
            (lambda () (kith-in "- a\n      - b\n   - c\n     more\n       yet\n- d\nlow\n```\n   code\n```\n"
                         (indent-region (point-min) (point-max)) (buffer-string))))
  (electric-indent-mode 1)
  (kith-try "RET behind text below a field leaves it" "# A\nrole: b\nc|\n" "# A\nrole: b\nc\n|\n" 'newline)
  (kith-try "RET goes on at the item's level" "- a\n  - b|\n" "- a\n  - b\n  |\n" 'newline)
  (kith-try "RET twice leaves no blanks, and the list" "- a\n  - b|\n" "- a\n  - b\n\n|\n" 'newline 'newline)
  (kith-try "RET behind a field stays in column 0" "# A\nrole: b|\n" "# A\nrole: b\n|\n" 'newline)
  (kith-try "RET behind a comma goes on with its list" "# A\nknows: @b,|\n" "# A\nknows: @b,\n  |\n" 'newline)
  (kith-try "M-RET begins another item" "- a\n  * b|\n" "- a\n  * b\n  * |\n" 'kith-new-item)
  (kith-try "another task" "- [x] a|b\n" "- [x] a\n- [ ] |b\n" 'kith-new-item)
  (kith-try "and ends the list on an empty one" "- a\n- |\n" "- a\n\n|\n" 'kith-new-item)
  (kith-try "and on an empty task" "- a\n- [ ] |\n" "- a\n\n|\n" 'kith-new-item)
  (kith-try "it begins a list" "Text|\n" "Text\n- |\n" 'kith-new-item)
  (kith-try "and on an empty line, right there" "# A\n\n|" "# A\n\n- |" 'kith-new-item)
  (kith-try "but in code it begins a line" "```\nbread|\n```\n" "```\nbread\n|\n```\n" 'kith-new-item)
  (kith-try "also in code that nothing closes yet" "- a\n\n```sh\nbread|\n" "- a\n\n```sh\nbread\n|\n" 'kith-new-item)
  (kith-try "from its first line on" "# A\n\n```sh|\n" "# A\n\n```sh\n|\n" 'kith-new-item)
  (kith-try "and what looks like an item or a heading" "```sh\n# all\n- bread|\n" "```sh\n# all\n- bread\n|\n"
            'kith-new-item)
  (kith-try "not behind what closes it" "```\nbread\n```|\n" "```\nbread\n```\n- |\n" 'kith-new-item)
  (kith-try "nor in the next record" "```\nbread\n\n# B\n- c|\n" "```\nbread\n\n# B\n- c\n- |\n" 'kith-new-item)
  (kith-try "nor in the next section" "```\nbread\n\n## B\n- c|\n" "```\nbread\n\n## B\n- c\n- |\n" 'kith-new-item)
  (kith-try "M-j goes on with an item" "- a| b\n" "- a\n  |b\n" 'default-indent-new-line)
  (kith-try "a quote" "> a|\n" "> a\n> |\n" 'default-indent-new-line)
  (kith-try "and a comment" "// a|\n" "// a\n// |\n" 'default-indent-new-line))

(defun kith-filling ()
  "Filled text means what it meant."
  (setq-default fill-column 24 sentence-end-double-space nil)
  (dolist (case '(("an item is filled below its text" "- [ ] one two three| four five six\nseven\n- b\n"
                   "- [ ] one two three| four\n  five six seven\n- b\n")
                  ("one below another, too" "- a\n  - one two three four |five six\n" "- a\n  - one two three four\n    |five six\n")
                  ("a field by itself" "# A\nrole: one two| three four five six\nplace: Doha\n"
                   "# A\nrole: one two| three four\n  five six\nplace: Doha\n")
                  ("fields stay apart" "# A\nro|le: a\nplace: b\n" "# A\nro|le: a\nplace: b\n")
                  ("comments by themselves" "// one two three| four five six\n// seven\nText\n"
                   "// one two three| four\n// five six seven\nText\n")
                  ("but not what tells kith something" "// a\n// kith: ignore unknown-men|tion, almost-head\n"
                   "// a\n// kith: ignore unknown-men|tion, almost-head\n")
                  ("quotes" "> one two three fo|ur five six\n>seven\n" "> one two three fo|ur\n> five six seven\n")
                  ("paragraphs" "one two\nthree| four five six seven\n- a\n" "one two three| four five\nsix seven\n- a\n")
                  ("numbered lines stay apart" "1. a|\n2. b\n" "1. a|\n2. b\n")
                  ("no line begins with a mark" "- one two three four| - five\n" "- one two three four| -\n  five\n")
                  ("also if that makes one longer" "- one two three fourteen| - five\n" "- one two three\n  fourteen| - five\n")
                  ("code stays whole" "- one two| `three four five six` seven\n" "- one two|\n  `three four five six`\n  seven\n")
                  ("and a link" "- one two| [three four](https://five.example) six\n"
                   "- one two|\n  [three four](https://five.example)\n  six\n")
                  ("and a head" "- gave @amara-okafor, @jun-ito|: books\n" "- gave @amara-okafor, @jun-ito|:\n  books\n")
                  ("headings are left alone" "# one two three four five| six\n" "# one two three four five| six\n")
                  ("and code" "```\none two three four five| six\n```\n" "```\none two three four five| six\n```\n")))
    (pcase-let ((`(,what ,before ,wanted) case)) (kith-try what before wanted #'kith-fill)))
  (kith-see "a region is filled line by line" "# A\nrole: a\nplace: b\n\n- one two three four\n  five six\n- b\n"
            (lambda () (kith-in "# A\nrole: a\nplace: b\n\n- one two three four five\n  six\n- b\n"
                         (transient-mark-mode 1) (set-mark (point-min)) (goto-char (point-max)) (activate-mark)
                         (kith-fill) (buffer-string))))
  (kith-see "lines are broken as one types, too" "- one two three four\n  five |"
            (lambda () (kith-in "- one two three four five|"
                         (auto-fill-mode 1) (setq last-command-event ?\s) (call-interactively #'self-insert-command) (kith-now))))
  (setq-default fill-column 70))
