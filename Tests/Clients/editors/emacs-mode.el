;;; emacs-mode.el --- what people do in Emacs with kith-mode, and what they see  -*- lexical-binding: t -*-

;; Emacs runs without a terminal: commands are called as keys would, and what came of them is looked at.  What is typed and
;; filled is in emacs-mode-editing.el.

(require 'cl-lib)
(require 'compile)
(require 'imenu)
(require 'outline)
(require 'flymake)

(defvar kith-failures 0)
(defconst kith-patience 20 "Seconds until what is not there is taken to be missing.")

(defun kith-see (what wanted look)
  "Wait until the function LOOK finds what is WANTED; WHAT says it in words."
  ;; A script is never idle: what Emacs does behind a command is done here.
  (run-hooks 'post-command-hook)
  (let ((end (+ (float-time) kith-patience)) seen)
    (while (and (not (equal wanted (setq seen (condition-case fault (funcall look) (error fault)))))
                (< (float-time) end) (kith-waits-p))
      (accept-process-output nil 0.05))
    (if (equal wanted seen)
        (princ (format "ok: %s\n" what))
      (setq kith-failures (1+ kith-failures))
      (princ (format "FAILED: %s\n  wanted %S\n  found  %S\n" what wanted seen)))))

(defun kith-waits-p ()
  "Whether anything may come yet."
  (or (bound-and-true-p eglot--managed-mode) (bound-and-true-p flymake-mode)))

(defmacro kith-in (text &rest body)
  "Do BODY in notes with TEXT, in which point is at the first |."
  (declare (indent 1))
  `(with-temp-buffer
     (insert ,text)
     (kith-mode)
     (goto-char (point-min))
     (when (search-forward "|" nil t) (delete-char -1))
     (buffer-enable-undo)
     ,@body))

(defun kith-now ()
  "The text, with a | at point."
  (concat (buffer-substring-no-properties (point-min) (point)) "|" (buffer-substring-no-properties (point) (point-max))))

(defun kith-try (what before wanted &rest commands)
  "See that COMMANDS make of notes BEFORE what is WANTED; | is point in both; WHAT says it in words."
  (kith-see what wanted
            (lambda ()
              (kith-in before
                (setq last-command nil)
                (dolist (command commands)
                  ;; As the command loop does, for the keys that the mode takes over.
                  (setq this-command (or (command-remapping command) command))
                  (call-interactively this-command)
                  (setq last-command this-command))
                (kith-now)))))

;;;; Colours

(defconst kith-kind-faces
  '((recordMark . kith-mark) (sectionMark . kith-mark) (bullet . kith-mark) (quoteMark . kith-mark) (separator . kith-mark)
    (fenceMark . kith-mark) (colon . kith-mark) (headColon . kith-mark) (linkOpen . kith-mark) (linkMiddle . kith-mark)
    (linkClose . kith-mark) (escape . kith-mark) (code . kith-code) (codeSpan . kith-code) (key . kith-key)
    (label . kith-label) (date . kith-date) (time . kith-date) (due . kith-date) (done . kith-date)
    (mention . kith-mention) (tag . kith-tag) (address . kith-address) (bracketedAddress . kith-address)
    (linkAddress . kith-address))
  "Faces by kind of token; `text', `joiner' and `fenceInfo' have that of their line.")

(defconst kith-unseen '(space lineEnd byteOrderMark) "Kinds of token that have no colour to see.")

(defun kith-expected (kind text first label)
  "The face of a token of KIND with TEXT; FIRST is the mark of its line, LABEL the last label before it."
  (let ((known (or (null label) (member (downcase label) kith--labels))))
    (pcase kind
      ('comment 'font-lock-comment-face)
      ('checkbox (if (equal text "[ ]") 'kith-checkbox 'kith-checked))
      ;; Any word in a label's place is a token, but only nine are labels.
      ((and (or 'label 'headColon) (guard (not known))) nil)
      ((or 'text 'joiner 'fenceInfo)
       (alist-get first '((recordMark . kith-record) (sectionMark . kith-section) (quoteMark . kith-quote))))
      (_ (alist-get kind kith-kind-faces)))))

(defun kith-face (place)
  "The face that is seen at PLACE."
  (let ((face (get-text-property place 'face)))
    (pcase (if (listp face) (car face) face)
      ('font-lock-comment-delimiter-face 'font-lock-comment-face)
      (seen seen))))

(defun kith-compare (file name tokens)
  "Compare the colours of FILE, called NAME, with its TOKENS: line, column and kind; and give their number."
  (with-temp-buffer
    (let ((coding-system-for-read 'utf-8-unix)) (insert-file-contents file))
    ;; Where Emacs visits a file it is no part of the text, and kith counts columns from behind it.
    (when (eq (char-after 1) #xfeff) (delete-region 1 2))
    (kith-mode)
    (font-lock-ensure)
    (let (first label (line 0) (places (mapcar #'kith-token-place tokens)))
      (cl-loop
       for (token . more) on tokens
       for (start . next) on places
       do (let* ((kind (nth 2 token)) (end (or (car next) (point-max))) (text (buffer-substring-no-properties start end)))
            (ignore more)
            (unless (= line (nth 0 token)) (setq line (nth 0 token) first nil label nil))
            (unless (memq kind kith-unseen)
              (unless first (setq first kind))
              (when (eq kind 'label) (setq label text))
              (let ((wanted (kith-expected kind text first label)))
                (cl-loop for place from start below end
                         unless (eq wanted (kith-face place))
                         do (setq kith-failures (1+ kith-failures))
                         (princ (format "FAILED: %s, line %d: `%s', %s\n  wanted %S\n  found  %S\n"
                                        name line text kind wanted (kith-face place)))
                         and return nil))))))
    (length tokens)))

(defun kith-token-place (token)
  "Where TOKEN starts in the buffer."
  (goto-char (point-min))
  (forward-line (1- (nth 0 token)))
  (+ (point) (1- (nth 1 token))))

(defun kith-colours ()
  "Compare the colours of all files with what kith reads in them."
  (let ((folder (expand-file-name "../read/")) (files 0) (count 0) name file tokens)
    (cl-flet ((compare ()
                (when tokens
                  (setq files (1+ files))
                  (if (eq 'foreign (nth 2 (car tokens)))
                      (with-temp-buffer
                        (insert-file-contents (concat folder file))
                        (kith-mode-maybe)
                        (when (eq major-mode 'kith-mode) (error "%s is no notes" name)))
                    (setq count (+ count (kith-compare (concat folder file) name (nreverse tokens)))))
                  (setq tokens nil))))
      (dolist (line (with-temp-buffer
                      (insert-file-contents (concat folder "tokens"))
                      (split-string (buffer-string) "\n" t)))
        (if (string-match "\\`= \\([^ ]+\\) \\(.*\\)" line)
            (progn (let ((match (list (match-string 1 line) (match-string 2 line))))
                     (compare)
                     (setq file (nth 0 match) name (nth 1 match))))
          (string-match "\\([0-9]+\\):\\([0-9]+\\) \\(.*\\)" line)
          (push (list (string-to-number (match-string 1 line)) (string-to-number (match-string 2 line))
                      (intern (match-string 3 line)))
                tokens)))
      (compare))
    (kith-see (format "%d marks in %d texts have the colours of what kith reads" count files) '(t 0)
              (lambda () (list (> files 300) kith-failures)))))

(defun kith-colours-while-typing ()
  "Colours follow what is typed, above and below it."
  (cl-flet ((face (words) (lambda () (font-lock-ensure) (goto-char (point-min)) (search-forward words)
                            (kith-face (match-beginning 0)))))
    (kith-in "# Amara @amara\nrole: coach\n\n```\n- bread\n|\n# Jun @jun\n"
      (kith-see "a fence that nothing closes is none" 'kith-record (face "Jun"))
      (save-excursion (goto-char (point-max)) (insert "```\n"))
      (kith-see "what closes it makes all between code" 'kith-code (face "Jun"))
      (kith-see "and its headings none" '("Amara @amara") (lambda () (kith-headings)))
      (goto-char (point-max))
      (forward-line -1)
      (delete-char 1)
      (kith-see "until it is no fence any more" '(kith-record ("Amara @amara" "Jun @jun"))
                (lambda () (list (funcall (face "Jun")) (kith-headings))))
      (goto-char (point-min))
      (forward-line)
      (insert "He sings.\n")
      (kith-see "below other text a field is none" nil (face "role")))))

(defun kith-headings ()
  "What outlines take for headings."
  (syntax-propertize (point-max))
  (save-excursion
    (goto-char (point-min))
    (cl-loop while (re-search-forward (concat "^\\(?:" outline-regexp "\\)") nil t)
             collect (buffer-substring-no-properties (point) (line-end-position)))))

;;;; Files

(defun kith-write (file text)
  (let ((coding-system-for-write 'utf-8-unix)) (with-temp-file file (insert text))))

(defun kith-file-modes ()
  "Files of notes have the mode, and others not."
  (dolist (case '(("a.net" "# Amara @amara\n" kith-mode) ("a.net.md" "# Amara @amara\n" kith-mode) ("empty.net" "" kith-mode)
                  ("emphasis.net" "*Network thinking* is a book.\n" kith-mode) ("items.net" "* network\n* vertices\n" kith-mode)
                  ("pajek.net" "*Vertices 3\n1 \"Amara\"\n" fundamental-mode)
                  ("comments.net" "% made by hand\n\n/* in 2026 */\n*network Doha\n*vertices 2\n" fundamental-mode)
                  ("kicad.net" "(export (version \"E\")\n  (design))\n" fundamental-mode) ("a.txt" "# A\n" text-mode)))
    (pcase-let ((`(,file ,text ,mode) case))
      (kith-write file text)
      (find-file file)
      (kith-see (format "%s is in %s" file mode) mode (lambda () major-mode))
      (revert-buffer t t)
      (kith-see "and when it is read again" mode (lambda () major-mode))
      (normal-mode)
      (kith-see "and by normal-mode" mode (lambda () major-mode))
      (kill-buffer)
      (delete-file file))))

;;;; What there is to see beside colours

(defun kith-directions ()
  "Lines have the direction of their own words."
  (kith-in "# نور حداد @noor2\nrole: teacher\nplace: الدوحة\n- saw نور\n- نور\n"
    (kith-see "fields below an Arabic heading begin on the left"
              '(right-to-left left-to-right left-to-right left-to-right right-to-left)
              (lambda ()
                (goto-char (point-min))
                (cl-loop until (eobp) collect (current-bidi-paragraph-direction) do (forward-line))))))

(defun kith-help ()
  "The mode says what there is to know of it."
  (kith-in ""
    (let ((help (substitute-command-keys (documentation 'kith-mode))))
      (kith-see "C-h m names keys, settings and other modes" nil
                (lambda ()
                  (cl-remove-if (lambda (word) (string-match-p (regexp-quote word) help))
                                '("C-c C-f" "kith-new-item" "M-;" "M-q" "M-j" "kith-format-on-save" "outline-minor-mode"
                                  "M-x imenu" "M-x compile" "flymake-mode" "eglot" "M-x customize-group RET kith")))))))

;;;; Outlines

(defconst kith-outline "# Amara Okafor @amara #doha
role: Head

## At work
- a

```sh
# no heading
```

# Circle @circle
kind: group

# 2026-11-14 Coffee with @amara
Tea.

# Packing list
kind: page
")

(defun kith-outlines ()
  (kith-in kith-outline
    (outline-minor-mode 1)
    (kith-see "headings make an outline, but not in code"
              '("Amara Okafor @amara #doha" "At work" "Circle @circle" "2026-11-14 Coffee with @amara" "Packing list") #'kith-headings)
    (kith-see "a record is of level 1, a section of level 2" '(1 2)
              (lambda () (goto-char (point-min)) (list (funcall outline-level) (progn (outline-next-heading) (funcall outline-level)))))
    (cl-flet ((shown (words) (goto-char (point-min)) (search-forward words) (not (invisible-p (match-beginning 0)))))
      (goto-char (point-min))
      (outline-hide-subtree)
      (kith-see "a folded record shows its heading" '(t nil nil nil t)
                (lambda () (mapcar #'shown '("Amara" "role" "At work" "no heading" "Circle"))))
      (outline-show-all)
      (outline-hide-body)
      (kith-see "all may be folded to their headings" '(t nil t nil t nil)
                (lambda () (mapcar #'shown '("Amara" "role" "At work" "no heading" "Circle" "Tea"))))))
  (kith-in kith-outline
    (kith-see "people, groups, meetings and pages are listed"
              '(("People" "Amara Okafor") ("Groups" "Circle") ("Meetings" "2026-11-14 Coffee with @amara") ("Pages" "Packing list"))
              (lambda () (mapcar (lambda (group) (cons (car group) (mapcar #'car (cdr group)))) (kith--imenu))))
    (imenu (assoc "Circle" (cdr (assoc "Groups" (imenu--make-index-alist t)))))
    (kith-see "and gone to" "# Circle @circle" #'kith-line)))

(defun kith-line ()
  (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

;;;; kith itself

(defvar kith-told nil "The last message.")

(defun kith-formatting ()
  (kith-write ".kith.json" "{}")
  (kith-write "f.net" "#  Amara @amara\nROLE: head\n\n\n*  saw 😀 @amara\n\n\n* [X]  told 中 of it\n")
  (find-file "f.net")
  (goto-char (point-min))
  (search-forward "told")
  (kith-format-buffer)
  (kith-see "notes get their canonical form, and point stays"
            "# Amara @amara\nrole: head\n\n- saw 😀 @amara\n\n- [x] told| 中 of it\n" #'kith-now)
  (undo-boundary)
  (undo)
  (kith-see "undo takes that back" "*  saw 😀 @amara" (lambda () (goto-char (point-min)) (search-forward "saw") (kith-line)))
  (let ((kith-format-on-save t)) (set-buffer-modified-p t) (save-buffer))
  (kith-see "saving formats, if that is wished" "- saw 😀 @amara" (lambda () (goto-char (point-min)) (search-forward "saw") (kith-line)))
  (insert " * ")
  (save-buffer)
  (goto-char (point-max))
  (insert "*  not now\n")
  (save-buffer)
  (kith-see "and does not otherwise" "*  not now" (lambda () (goto-char (1- (point-max))) (kith-line)))
  (kill-buffer)

  (let ((coding-system-for-write 'no-conversion))
    (with-temp-file "bytes.net" (set-buffer-multibyte nil) (insert "#  Zo\303\253 @zoe\n*  Zo\353 \200\377\n")))
  (find-file "bytes.net")
  (let ((before (buffer-string)))
    (kith-format-buffer)
    (kith-see "what is not UTF-8 stays as it is, and it is said why" '(t t)
              (lambda () (list (equal before (buffer-string)) (and (string-match-p "not UTF-8\\|not as UTF-8" kith-told) t)))))
  (kill-buffer)
  (with-temp-buffer
    (insert "*Vertices 2\n*  a\n")
    (kith-mode)
    (kith-format-buffer)
    (kith-see "a Pajek network is no notes" '("*Vertices 2\n*  a\n" t)
              (lambda () (list (buffer-string) (and (string-match-p "Pajek" kith-told) t))))
    (let ((kith-program "no-such-kith")) (kith-format-buffer))
    (kith-see "without kith it is said that it is missing" t (lambda () (and (string-match-p "no-such-kith" kith-told) t))))
  (let ((coding-system-for-write 'utf-8-with-signature-dos)) (with-temp-file "dos.net" (insert "# Amara @amara\n")))
  (find-file "dos.net")
  (kith-format-buffer)
  (save-buffer)
  (kith-see "line ends and a byte-order mark of Windows go" "# Amara @amara\n"
            (lambda () (with-temp-buffer (insert-file-contents-literally "dos.net") (buffer-string))))
  (kill-buffer))

(defun kith-linting ()
  (mapc #'delete-file (directory-files "." t "\\.net\\'"))
  (kith-write "people.net" "# Amara Okafor @amara\n")
  (kith-write "l.net" "# 2026-11-14 Coffee with @amara\n\n- saw 😀 中 @amra\n")
  (find-file "l.net")
  (flymake-mode 1)
  (flymake-start)
  (kith-see "flymake underlines what kith finds in the notebook" '(("@amra" :error t))
            (lambda () (mapcar (lambda (one)
                                 (list (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one))
                                       (flymake-diagnostic-type one)
                                       (and (string-match-p "N201 no one has the handle `@amra`" (flymake-diagnostic-text one)) t)))
                               (flymake-diagnostics))))
  (goto-char (point-max))
  (search-backward "@am")
  (forward-char 3)
  (insert "a")
  (flymake-start)
  (kith-see "as the buffer stands, saved or not" nil #'flymake-diagnostics)
  (flymake-mode 0)
  (revert-buffer t t)
  (let ((compilation-ask-about-save nil)) (compile compile-command))
  (while (get-buffer-process "*compilation*") (accept-process-output nil 0.05))
  (kith-see "compile lints the folder, and leads to what is found" '("l.net" "- saw 😀 中 @amra")
            (lambda ()
              (first-error)
              (with-current-buffer (window-buffer) (list (buffer-name) (kith-line)))))
  (with-current-buffer "l.net" (kill-buffer)))

(defun kith-serving ()
  (kith-write "e.net" "# 2026-11-14 Coffee with @amara\n\n- saw @amra\n")
  (add-hook 'kith-mode-hook #'eglot-ensure)
  (find-file "e.net")
  (run-hooks 'post-command-hook)
  (kith-see "eglot starts the server" t (lambda () (and (eglot-current-server) t)))
  (kith-see "and what is found is shown once" '("@amra")
            (lambda () (mapcar (lambda (one) (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one)))
                               (flymake-diagnostics))))
  (remove-hook 'kith-mode-hook #'eglot-ensure)
  (eglot-shutdown (eglot-current-server)))

(load (expand-file-name "emacs-mode-editing" (file-name-directory load-file-name)) nil t)
(advice-add 'message :before (lambda (text &rest values) (when text (setq kith-told (apply #'format text values)))))
(setq make-backup-files nil auto-save-default nil create-lockfiles nil)
(condition-case fault
    (progn (kith-colours) (kith-colours-while-typing) (kith-file-modes) (kith-directions) (kith-help) (kith-editing)
           (kith-filling) (kith-outlines)
           (kith-formatting) (kith-linting) (kith-serving))
  (error (setq kith-failures (1+ kith-failures)) (princ (format "FAILED: the session goes on to its end: %S\n" fault))))
(dolist (buffer (buffer-list)) (with-current-buffer buffer (set-buffer-modified-p nil)))
(kill-emacs (min kith-failures 1))
