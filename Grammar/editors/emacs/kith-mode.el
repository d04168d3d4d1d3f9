;;; kith-mode.el --- Notes about people and meetings  -*- lexical-binding: t -*-

;; Version: 1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: outlines, wp, convenience
;; URL: https://git.example/kith

;;; Commentary:

;; A mode for kith's notes, files that end in .net or .net.md.  It needs nothing but what Emacs brings; for formatting and
;; for what is found as you type, `kith' has to be on your PATH.
;;
;;   (require 'kith-mode)
;;   (add-hook 'kith-mode-hook #'eglot-ensure)      ; people, cards, completion: Emacs 29, or with eglot installed
;;   (add-hook 'kith-mode-hook #'flymake-mode)      ; or only what `kith lint' finds
;;   (add-hook 'kith-mode-hook #'outline-minor-mode)
;;   (setq kith-format-on-save t)
;;
;; Lines are read as Grammar/Specification.md says, in that order of kinds, so that colours mean what kith reads.

;;; Code:

(require 'cl-lib)
(require 'json)
(require 'subr-x)

(defvar eglot-server-programs)
(defvar outline-minor-mode)
(declare-function eglot-managed-p "ext:eglot")
(defvar flymake-diagnostic-functions)
(declare-function flymake-make-diagnostic "flymake")

(defgroup kith nil
  "Notes about people and meetings."
  :group 'text)

(defcustom kith-program "kith"
  "The command kith, by name or path."
  :type 'string)

(defcustom kith-format-on-save nil
  "Whether notes get their canonical form whenever they are saved."
  :type 'boolean
  :safe #'booleanp)

;;;; Faces

(defface kith-record '((t :inherit outline-1)) "Headings of people, meetings and pages.")
(defface kith-section '((t :inherit outline-2)) "Headings of sections.")
(defface kith-date '((t :inherit font-lock-constant-face)) "Dates and times, and what is due or done on one.")
(defface kith-key '((t :inherit font-lock-variable-name-face)) "Keys of fields.")
(defface kith-label '((t :inherit font-lock-keyword-face)) "Labels, such as gave.")
(defface kith-mention '((t :inherit font-lock-type-face)) "Mentions of people.")
(defface kith-tag '((t :inherit font-lock-builtin-face)) "Tags.")
(defface kith-mark '((t :inherit shadow)) "Bullets and other marks.")
(defface kith-checkbox '((t :inherit font-lock-keyword-face)) "Checkboxes of open tasks.")
(defface kith-checked '((t :inherit shadow)) "Checkboxes of tasks that are done or dropped.")
(defface kith-quote '((t :inherit font-lock-doc-face)) "Quotes.")
(defface kith-code '((t :inherit font-lock-string-face)) "Code.")
(defface kith-address '((t :inherit link)) "Addresses.")

;;;; Lines

(defconst kith--blank "[\s\t\r\u00a0\u3000]")
(defconst kith--gap "[\s\t\r\u00a0\u3000\u200e\u200f\u061c]*" "Blanks, and directional marks, which have no width.")
(defconst kith--blanks "\s\t\r\u00a0\u3000" "Blanks, as `skip-chars-forward' takes them.")
(defconst kith--gaps "\s\t\r\u00a0\u3000\u200e\u200f\u061c" "Blanks and directional marks, likewise.")
(defconst kith--margin "^\ufeff*[\u200e\u200f\u061c]*" "The start of a line that begins in column 0.")
(defconst kith--behind (concat "\\(?:" kith--blank "\\|$\\)") "What a mark wants behind it.")

(defconst kith--record-regexp
  (concat kith--margin "\\(#\\)[\u200e\u200f\u061c]*" kith--blank kith--gap "[^\n\s\t\r\u00a0\u3000\u200e\u200f\u061c]"))
(defconst kith--section-regexp
  (concat kith--margin "\\(##\\{1,5\\}\\)\\(?:[\u200e\u200f\u061c]*" kith--blank "\\|[\u200e\u200f\u061c]*$\\)"))
(defconst kith--item-regexp (concat "^\ufeff*" kith--gap "\\([-*+]\\)" kith--behind))
(defconst kith--field-regexp (concat kith--margin "\\([[:alpha:]][[:alnum:]_-]*\\):" kith--behind))
(defconst kith--fence-regexp (concat "^\ufeff*" kith--gap "\\(```+\\)\\([^`\n]*\\)$"))

(defconst kith--known-keys
  '("kind" "aka" "pronouns" "role" "org" "place" "email" "phone" "url" "address" "birthday" "anniversary" "died" "met"
    "via" "knows" "members" "cadence" "language" "with" "time" "tz" "status" "tags")
  "The keys that may stand below a blank line, too.")

(defconst kith--kinds
  `((blank . ,(concat "^\ufeff*" kith--gap "$"))
    (comment . ,(concat kith--margin "//"))
    (record . ,kith--record-regexp)
    (section . ,kith--section-regexp)
    (separator . ,(concat kith--margin "---+" kith--blank "*$"))
    (quote . ,(concat kith--margin ">"))
    (item . ,kith--item-regexp))
  "Kinds of line that show in the line itself, in the order of trying.")

(defvar-local kith--fences nil "What `kith--fences' found, behind the buffer's tick at that time.")
(defvar-local kith--header nil "What `kith--header' found, behind the buffer's tick at that time.")

(defun kith--fences ()
  "Return the fences of the buffer, in order.
Each is a pair: where its first line begins, and its last.  A fence that
nothing closes is none."
  (let ((tick (buffer-chars-modified-tick)))
    (unless (eql tick (car kith--fences))
      (setq kith--fences (cons tick (save-excursion (save-match-data (save-restriction (widen) (kith--find-fences)))))))
    (cdr kith--fences)))

(defun kith--find-fences ()
  "Return what `kith--fences' does, but look anew."
  (let (marks found (unclosed most-positive-fixnum))
    (goto-char (point-min))
    (while (re-search-forward kith--fence-regexp nil t)
      (push (list (match-beginning 0) (- (match-end 1) (match-beginning 1))
                  (string-blank-p (string-trim (match-string 2) (concat kith--blank "+") (concat kith--blank "+"))))
            marks))
    (setq marks (nreverse marks))
    (while marks
      (let* ((open (pop marks))
             ;; What found no end keeps what is longer from looking for one.
             (rest (and (< (nth 1 open) unclosed)
                        (cl-member-if (lambda (mark) (and (nth 2 mark) (>= (nth 1 mark) (nth 1 open)))) marks))))
        (if (null rest)
            (setq unclosed (min unclosed (nth 1 open)))
          (push (cons (car open) (caar rest)) found)
          (setq marks (cdr rest)))))
    (nreverse found)))

(defun kith--in-fence ()
  "Return `fence' or `code' if the current line is part of a fence."
  (let ((start (line-beginning-position)))
    (cl-loop for (open . close) in (kith--fences)
             until (> open start)
             when (<= start close) return (if (or (= start open) (= start close)) 'fence 'code))))

(defun kith--plain-kind ()
  "Return the kind of the current line if its own text is enough.
It must not be in a fence."
  (save-excursion
    (beginning-of-line)
    (car (cl-find-if (lambda (kind) (looking-at (cdr kind))) kith--kinds))))

(defun kith--search-record (backward)
  "Go to the next record heading, or the last one if BACKWARD.
Those in fences are none.  Return whether there is one."
  (let (found)
    (while (and (setq found (if backward
                                (re-search-backward kith--record-regexp nil t)
                              (re-search-forward kith--record-regexp nil t)))
                (kith--in-fence)))
    found))

(defun kith--header ()
  "Return the header of the current line's record.
That is a list: where it begins, with its heading, where it is over, and
where the next record begins.  In the preamble the first two are the same."
  (let ((tick (buffer-chars-modified-tick))
        (start (line-beginning-position)))
    (unless (and (eql tick (car kith--header)) (<= (nth 1 kith--header) start) (< start (nth 3 kith--header)))
      (save-excursion
        (save-match-data
          (save-restriction
            (widen)
            (end-of-line)
            (let ((heading (and (kith--search-record t) (line-beginning-position))))
              (goto-char (or heading (point-min)))
              (let ((end (if heading (kith--header-end) (point))))
                (goto-char start)
                (end-of-line)
                (setq kith--header
                      (list tick (or heading (point-min)) end
                            (if (kith--search-record nil) (line-beginning-position) (1+ (point-max)))))))))))
    (cdr kith--header)))

(defun kith--header-end ()
  "Return the place behind the header whose heading is at point."
  (forward-line)
  (let ((end (point)) (state 'heading) done)
    (while (not (or done (eobp)))
      (pcase (or (kith--in-fence) (kith--plain-kind))
        ('comment)
        ('blank (setq done (eq state 'fields) state 'blank))
        ('nil
         (cond ((looking-at kith--field-regexp)
                (if (and (eq state 'blank) (not (member (downcase (match-string 1)) kith--known-keys)))
                    (setq done t)
                  (setq state 'fields)))
               ((not (and (eq state 'fields) (kith--indented-p))) (setq done t))))
        (_ (setq done t)))
      (forward-line)
      (unless (or done (not (eq state 'fields))) (setq end (point))))
    end))

(defun kith--indented-p ()
  "Return non-nil if there is a blank before the current line's text."
  (save-excursion
    (beginning-of-line)
    (looking-at-p (concat kith--margin kith--blank))))

(defun kith--kind ()
  "Return the kind of the current line, as a symbol.
It is `blank', `comment', `record', `section', `separator', `fence', `code',
`quote', `item', `field', `continuation', which goes on with a field, or
`text', which may go on with an item."
  (save-match-data
    (or (kith--in-fence)
        (kith--plain-kind)
        (pcase-let ((`(,start ,end ,_) (kith--header))
                    (here (line-beginning-position)))
          (cond ((not (and (< start here) (< here end))) 'text)
                ((kith--indented-p) 'continuation)
                (t 'field))))))

(defun kith--lead ()
  "Return the place of the current line's first character of text."
  (save-excursion
    (beginning-of-line)
    (skip-chars-forward "\ufeff")
    (skip-chars-forward kith--gaps)
    (point)))

(defun kith--content-end ()
  "Return the place behind the current line's text."
  (save-excursion
    (end-of-line)
    (skip-chars-backward kith--blanks (line-beginning-position))
    (point)))

(defun kith--item ()
  "Return the beginning of the item that the current line is part of.
That is nil if it is part of none."
  (save-excursion
    (beginning-of-line)
    (while (and (memq (kith--kind) '(text comment)) (zerop (forward-line -1))))
    (and (eq (kith--kind) 'item) (point))))

;;;; Marks within lines

(defun kith--class (character)
  "Return what CHARACTER is in a handle.
It is `letter', `digit', `mark', `hyphen', `join' or nil."
  (cond
   ((null character) nil)
   ((or (<= ?a character ?z) (<= ?A character ?Z)) 'letter)
   ((<= ?0 character ?9) 'digit)
   ((memq character '(?- ?_)) 'hyphen)
   ((< character 128) nil)
   ((memq character '(#x200c #x200d)) 'join)
   (t (pcase (get-char-code-property character 'general-category)
        ((or 'Lu 'Ll 'Lt 'Lm 'Lo) 'letter)
        ('Nd 'digit)
        ((or 'Mn 'Mc 'Me) 'mark)))))

(defun kith--handle-end (start end)
  "Return the place behind the handle at START, or nil.
Text is looked at up to END."
  (let ((position start) last class)
    (while (and (< position end)
                (setq class (kith--class (char-after position)))
                (or last (memq class '(letter digit))))
      (setq position (1+ position))
      (when (memq class '(letter digit mark)) (setq last position)))
    last))

(defun kith--behind-handle-p (position)
  "Return non-nil if a handle may reach up to POSITION."
  (memq (kith--class (and (> position (line-beginning-position)) (char-before position))) '(letter digit mark hyphen)))

(defun kith--may-open-p (position)
  "Return non-nil if a mention or a tag may begin at POSITION."
  (let ((before (and (> position (line-beginning-position)) (char-before position))))
    (not (and before (< before 128)
              (or (memq before '(?. ?+ ?- ?/ ?@)) (memq (kith--class before) '(letter digit)))))))

(defun kith--mention-end (start end)
  "Return the place behind the mention at START, or nil.
Text is looked at up to END."
  (when-let* ((handle-end (and (kith--may-open-p start) (kith--handle-end (1+ start) end))))
    (unless (and (< handle-end end)
                 (or (eq (char-after handle-end) ?@)
                     ;; `josé@example.com'
                     (and (eq (char-after handle-end) ?.)
                          (> start (line-beginning-position))
                          (eq (kith--class (char-before start)) 'letter)
                          (< (1+ handle-end) end)
                          (eq (kith--class (char-after (1+ handle-end))) 'letter))))
      handle-end)))

(defun kith--tag-end (start end)
  "Return the place behind the tag at START, or nil.
Text is looked at up to END."
  (when-let* ((tag-end (and (kith--may-open-p start)
                            (not (and (> start (line-beginning-position)) (memq (char-before start) '(?# ?&))))
                            (kith--handle-end (1+ start) end))))
    (let (level)
      (while (and (< tag-end end) (eq (char-after tag-end) ?/) (setq level (kith--handle-end (1+ tag-end) end)))
        (setq tag-end level)))
    (and (cl-loop for position from start below tag-end thereis (eq (kith--class (char-after position)) 'letter))
         tag-end)))

(defconst kith--address-character "[^]\n\s\t\r\u00a0\u3000<>[`\\]")

(defun kith--address-end (start end)
  "Return the place behind the address whose scheme is before START.
Text is looked at up to END."
  (let ((position start) (open 0) (surplus 0) done)
    (goto-char position)
    (while (and (< position end) (progn (goto-char position) (looking-at-p kith--address-character)))
      (pcase (char-after position)
        (?\( (cl-incf open))
        (?\) (if (> open 0) (cl-decf open) (cl-incf surplus))))
      (cl-incf position))
    (while (and (not done) (> position start))
      (let ((last (char-before position)))
        (cond ((eq last ?\)) (if (zerop surplus) (setq done t) (cl-decf surplus)))
              ((not (if (< last 128)
                        (memq last '(?. ?, ?\; ?: ?! ?? ?' ?\" ?* ?_ ?~))
                      (memq (get-char-code-property last 'general-category) '(Pe Pf Po))))
               (setq done t))))
      (unless done (cl-decf position)))
    position))

(defun kith--scheme-start (colon start)
  "Return the place of the scheme before COLON, or nil.
It is not before START."
  (goto-char colon)
  (if (looking-at-p "://")
      (let ((first (progn (skip-chars-backward "A-Za-z0-9+.-" start) (skip-chars-forward "^A-Za-z" colon) (point))))
        (and (< first colon) (not (kith--behind-handle-p first)) first))
    (let ((first (- colon 6)) (case-fold-search t))
      (and (>= first start)
           (progn (goto-char first) (looking-at-p "mailto:"))
           (not (kith--behind-handle-p first))
           first))))

(defun kith--at-colon (colon start end)
  "Return the address or task date whose colon is at COLON, or nil.
Text that is no mark yet begins at START; the line is looked at up to END."
  (let* ((scheme (kith--scheme-start colon start))
         (body (and scheme (progn (goto-char colon) (if (looking-at-p "://") (+ colon 3) (1+ colon)))))
         (address-end (and body (kith--address-end (min body end) end))))
    (if (and address-end (> address-end body))
        (list 'address scheme address-end)
      (goto-char colon)
      (when (looking-back "\\(?:due\\|done\\)" start t)
        (let ((word (match-beginning 0)))
          (goto-char (1+ colon))
          (when (and (looking-at "[0-9][-0-9/.~]*") (not (kith--behind-handle-p word)))
            (goto-char (min end (match-end 0)))
            (skip-chars-backward "-/.")
            (list 'due word (point))))))))

(defun kith--inline (start end)
  "Return what there is in the running text between START and END.
Each is a list: its kind, its start and its end.  They are in order."
  (let (found bracket (case-fold-search t) (free start))
    (save-excursion
      (goto-char start)
      (while (progn (skip-chars-forward "^@#:<[]`\\\\" end) (< (point) end))
        (let* ((here (point)) (next (1+ here)) marks)
          (pcase (char-after here)
            (?@ (when-let* ((stop (kith--mention-end here end))) (push (list 'mention here stop) marks)))
            (?# (when-let* ((stop (kith--tag-end here end))) (push (list 'tag here stop) marks)))
            (?: (when-let* ((mark (kith--at-colon here free end))) (push mark marks)))
            (?< (when (and (looking-at (concat "<\\(?:[a-z][a-z0-9+.-]*://\\|mailto:\\)[^<>\n\s\t\r\u00a0\u3000]+>"))
                           (<= (match-end 0) end))
                  (push (list 'address here (match-end 0)) marks)))
            (?\[ (setq bracket here))
            (?\] (when-let* ((open bracket) (close (kith--link-close next end)))
                   (setq marks (list (list 'mark close (1+ close)) (list 'address (+ here 2) close)
                                     (list 'mark here (+ here 2)))
                         found (sort (cons (list 'mark open (1+ open)) found)
                                     (lambda (one other) (> (nth 1 one) (nth 1 other))))))
                 (setq bracket nil))
            (?` (let ((stop (kith--code-span-end here end)))
                  (if (car stop) (push (list 'code here (car stop)) marks) (setq next (cdr stop)))))
            (?\\ (goto-char next)
                 (when (and (< next end) (looking-at-p "[!-/:-@[-`{-~]")) (push (list 'escape here (1+ next)) marks))))
          (if (null marks)
              (goto-char next)
            (setq found (append marks found) free (nth 2 (car marks)))
            (goto-char free)))))
    (nreverse found)))

(defun kith--link-close (start end)
  "Return the place of the parenthesis that closes the one at START.
Return nil if there is none before END with an address between."
  (when (and (< start end) (eq (char-after start) ?\())
    (let ((position (1+ start)) (depth 0))
      (while (and (< position end) depth
                  (progn (goto-char position) (looking-at-p kith--address-character)))
        (pcase (char-after position)
          (?\( (cl-incf depth))
          (?\) (if (zerop depth) (setq depth nil) (cl-decf depth))))
        (when depth (cl-incf position)))
      (and (null depth) (> position (1+ start)) position))))

(defun kith--code-span-end (start end)
  "Return the places behind the code span at START, and its backticks.
The first is nil if nothing closes them before END."
  (goto-char start)
  (skip-chars-forward "`" end)
  (let* ((behind (point)) (length (- behind start)) close)
    (while (and (not close) (progn (skip-chars-forward "^`" end) (< (point) end)))
      (let ((run (point)))
        (skip-chars-forward "`" end)
        (when (= (- (point) run) length) (setq close (point)))))
    (cons close behind)))

(defun kith--skip (end)
  "Skip blanks, and what has no width, to END at most."
  (skip-chars-forward kith--gaps end))

(defconst kith--joiners-regexp "\\(?:[\s\t\r\u00a0\u3000\u200e\u200f\u061c]+[+]?\\|[&,،、]\\)*")
(defconst kith--labels '("story" "challenge" "idea" "ask" "offer" "gave" "got" "intro" "thanks"))

(defun kith--head (task end)
  "Return the parts of the head at point, and go behind it, up to END.
TASK is non-nil for that of a task.  Return nil if there is none."
  (let ((start (point)) (joined t) label people marks)
    (when (and (not task) (looking-at (concat "[A-Za-z]+\\(" kith--gap "\\)[:@]")) (<= (match-end 0) end))
      (setq label (buffer-substring-no-properties (point) (match-beginning 1))
            joined (< (match-beginning 1) (match-end 1)))
      (push (list 'label (point) (match-beginning 1)) marks)
      (goto-char (match-end 1)))
    (let (stop (separator ""))
      (while (and joined (< (point) end) (eq (char-after) ?@) (setq stop (kith--mention-end (point) end)))
        (push (list 'mention (point) stop) marks)
        (setq people t)
        (goto-char stop)
        (looking-at kith--joiners-regexp)
        (setq separator (match-string 0))
        (goto-char (min end (match-end 0)))
        (setq joined (> (point) stop)))
      (if (and (> (point) start) (< (point) end) (eq (char-after) ?:)
               (or (= (1+ (point)) end) (looking-at-p (concat ":" kith--behind)))
               (not (and people (string-match-p "[&,،、+][\s\t\r\u00a0\u3000\u200e\u200f\u061c]*\\'" separator))))
          (progn
            (push (list (if (and label (not (member (downcase label) kith--labels))) 'text 'mark) (point) (1+ (point)))
                  marks)
            (forward-char)
            (kith--skip end)
            (cl-loop for mark in (nreverse marks)
                     unless (and (eq (car mark) 'label) (not (member (downcase label) kith--labels))) collect mark))
        (goto-char start)
        nil))))

(defun kith--real-day-p (date)
  "Return non-nil if there is the day DATE, such as 2024-02-29."
  (pcase-let ((`(,year ,month ,day) (mapcar #'string-to-number (split-string date "-"))))
    (and (> year 0) (<= 1 month 12)
         (<= 1 day (if (= month 2)
                       (if (and (zerop (% year 4)) (or (not (zerop (% year 100))) (zerop (% year 400)))) 29 28)
                     (if (memq month '(4 6 9 11)) 30 31))))))

(defconst kith--leading-end
  "\\(?:[\s\t\r\u00a0\u3000\u200e\u200f\u061c]\\|$\\|\\(:\\)\\(?:[\s\t\r\u00a0\u3000]\\|$\\)\\)"
  "What ends a leading date or time.")
(defconst kith--item-date-regexp
  (concat "\\([0-9]\\{4\\}-[0-9][0-9]-[0-9][0-9]\\)~?\\(?2:\\)" kith--leading-end))
(defconst kith--heading-date-regexp
  (let ((date "[0-9]\\{4\\}\\(?:-[0-9][0-9]\\(?:-[0-9][0-9]\\)?\\)?~?"))
    (concat "\\(" date "\\(?:/" date "\\)?\\)\\(?2:\\)" kith--leading-end)))
(defconst kith--time-regexp
  (let ((time "[0-9]?[0-9]:[0-9][0-9]"))
    (concat "\\(" time "\\(?:-" time "\\)?\\)\\(?2:\\)" kith--leading-end)))

(defun kith--leading-date (regexp end)
  "Return the parts of the date at point, as REGEXP has it.
Point goes behind it and its colon, up to END.  Return nil if there is none."
  (when (looking-at regexp)
    (let ((start (point)) (stop (match-end 2)) (colon (match-end 3)))
      (goto-char (or colon stop))
      (kith--skip end)
      (if colon
          (list (list 'date start stop) (list 'mark (1- colon) colon))
        (list (list 'date start stop))))))

(defun kith--item-parts (end)
  "Return the parts of the item whose bullet is at point, up to END.
Point goes to its running text."
  (let ((marks (list (list 'mark (point) (1+ (point))))) task)
    (forward-char)
    (kith--skip end)
    (when (and (looking-at (concat "\\[[ xX-]\\]\\(?:[\u200e\u200f\u061c]\\|" kith--behind "\\)"))
               (<= (+ (point) 3) end))
      (push (list (if (eq (char-after (1+ (point))) ?\s) 'checkbox 'checked) (point) (+ (point) 3)) marks)
      (forward-char 3)
      (kith--skip end)
      (setq task t))
    (when (and (looking-at kith--item-date-regexp) (kith--real-day-p (match-string 1)))
      (setq marks (append (nreverse (kith--leading-date kith--item-date-regexp end)) marks)))
    (append (nreverse marks) (kith--head task end))))

(defun kith--heading-parts (end)
  "Return the parts of the record heading at point, up to END.
Point goes to its running text."
  (let ((marks (list (list 'mark (point) (1+ (point))))))
    (forward-char)
    (kith--skip end)
    (cond ((not (eq (kith--class (char-after)) 'digit))
           (when (and (eq (char-after) ?\\) (eq (kith--class (char-after (1+ (point)))) 'digit))
             (push (list 'escape (point) (+ (point) 2)) marks)
             (forward-char 2))
           marks)
          ((looking-at kith--heading-date-regexp)
           (let ((date (kith--leading-date kith--heading-date-regexp end)))
             (append marks date (kith--leading-date kith--time-regexp end))))
          (t marks))))

(defun kith--parts (kind)
  "Return the parts of the current line of KIND, in order.
Each is a list: what it is, as in `kith--faces', its start and its end."
  (save-excursion
    (save-match-data
      (let ((end (kith--content-end)) marks)
        (goto-char (kith--lead))
        (setq marks
              (pcase kind
                ('record (kith--heading-parts end))
                ('section (list (list 'mark (point) (progn (skip-chars-forward "#") (prog1 (point) (kith--skip end))))))
                ('quote (list (list 'mark (point) (progn (forward-char) (point)))))
                ('item (kith--item-parts end))
                ('separator (list (list 'mark (point) end)))
                ('fence (list (list 'mark (point) (progn (skip-chars-forward "`") (point)))))
                ('field (list (list 'key (point) (progn (search-forward ":") (1- (point))))
                              (list 'mark (1- (point)) (point))))))
        (if (memq kind '(blank comment code separator fence))
            marks
          (append marks (kith--inline (min (point) end) end)))))))

;;;; Colours, and the syntax of comments and headings

(defconst kith--faces
  '((mark . kith-mark) (escape . kith-mark) (date . kith-date) (due . kith-date) (key . kith-key) (label . kith-label)
    (mention . kith-mention) (tag . kith-tag) (code . kith-code) (address . kith-address) (checkbox . kith-checkbox)
    (checked . kith-checked)))

(defconst kith--line-faces '((record . kith-record) (section . kith-section) (quote . kith-quote) (code . kith-code))
  "Faces of what has none of `kith--faces', by kind of line.")

(defun kith--fontify (limit)
  "Put colours on the lines between point and LIMIT.
This is a matcher for font-lock that leaves nothing to do: it returns nil."
  (while (< (point) limit)
    (let* ((kind (kith--kind)) (face (alist-get kind kith--line-faces)))
      (when face (put-text-property (if (eq kind 'code) (point) (kith--lead)) (line-end-position) 'face face))
      (pcase-dolist (`(,what ,start ,end) (kith--parts kind))
        (when-let* ((mark (alist-get what kith--faces)))
          (put-text-property start end 'face (if (and face (not (eq what 'mark))) (list mark face) mark)))))
    (forward-line)
    (when (eobp) (goto-char (max limit (point)))))
  nil)

(defvar kith-font-lock-keywords '((kith--fontify)))

(defun kith--syntax-propertize (start end)
  "Give comments and headings between START and END their syntax.
It stands on their first character."
  (goto-char start)
  (beginning-of-line)
  (while (re-search-forward (concat kith--margin "\\(?:\\(//\\)\\|#\\)") end t)
    (let ((mark (or (match-beginning 1) (1- (match-end 0)))))
      (pcase (kith--kind)
        ('comment (put-text-property mark (1+ mark) 'syntax-table (string-to-syntax "<")))
        ;; No other character has this class, so that outlines find headings, and none in code.
        ((or 'record 'section) (put-text-property mark (1+ mark) 'syntax-table (string-to-syntax "'")))))
    (end-of-line)))

(defvar-local kith--fence-touched nil "Whether what is about to be changed holds backticks.")

(defun kith--holds-fence-p (start end)
  "Return non-nil if there are three backticks between START and END.
The lines are looked at as a whole."
  (save-excursion
    (save-match-data
      (goto-char end)
      (let ((end (line-end-position)))
        (goto-char start)
        (beginning-of-line)
        (search-forward "```" end t)))))

(defun kith--before-change (start end)
  "Note whether a fence may go with what is between START and END."
  (setq kith--fence-touched (kith--holds-fence-p start end)))

(defun kith--after-change (start end _)
  "Read the buffer anew if the change of START to END was to a fence."
  (when (or kith--fence-touched (kith--holds-fence-p start end))
    (syntax-ppss-flush-cache (point-min))
    (when font-lock-mode (font-lock-flush))))

(defvar kith-mode-syntax-table
  (let ((table (make-syntax-table text-mode-syntax-table)))
    ;; A handle, with its mark, is a symbol.
    (dolist (character '(?@ ?# ?- ?_)) (modify-syntax-entry character "_" table))
    (dolist (character '(?' ?`)) (modify-syntax-entry character "." table))
    (modify-syntax-entry ?\n ">" table)
    table))

;;;; Comments

(defun kith-comment (&optional arg)
  "Make the current line a comment, or notes again.
In an empty line, begin a comment.  With a region, do what `comment-dwim'
does with ARG."
  (interactive "*P")
  (cond ((use-region-p) (comment-dwim arg))
        ((eq (kith--kind) 'blank)
         (delete-region (line-beginning-position) (line-end-position))
         (insert comment-start))
        (t (let ((behind (- (point-max) (point))))
             (comment-or-uncomment-region (line-beginning-position) (line-end-position))
             (goto-char (max (line-beginning-position) (- (point-max) behind)))))))

;;;; Indentation and lists

(defun kith--column ()
  "Return the column of the current line's text."
  (save-excursion (goto-char (kith--lead)) (current-column)))

(defun kith--item-above ()
  "Go to the nearest item above, of the same list; return its column.
If there is none, stay and return nil."
  (let ((start (point)) found text done)
    (beginning-of-line)
    (while (not (or found done))
      (if (not (zerop (forward-line -1)))
          (setq done t)
        (pcase (kith--kind)
          ('item (setq found (kith--column)))
          ('text (setq text t))
          ('comment)
          ('blank (setq done text))
          (_ (setq done t)))))
    (unless found (goto-char start))
    found))

(defun kith--ancestors (column)
  "Return the columns of the items that one in COLUMN is below.
It is on the current line.  The nearest is the first."
  (save-excursion
    (let (found above)
      (while (and (> column 0) (setq above (kith--item-above)))
        (when (< above column) (push above found) (setq column above)))
      (nreverse found))))

(defun kith--choices ()
  "Return the columns for an item on the current line, the least first."
  (save-excursion
    (let ((above (kith--item-above)))
      (if above (nreverse (cons (+ above 2) (cons above (kith--ancestors above)))) '(0)))))

(defun kith--below-item-p ()
  "Return non-nil if the line above is an item or part of one."
  (save-excursion (and (zerop (forward-line -1)) (kith--item))))

(defun kith--canonical-column ()
  "Return the column that the formatter has for the current line.
Return nil to leave it, as all but items and their further lines."
  (pcase (kith--kind)
    ('item (* 2 (length (kith--ancestors (kith--column)))))
    ('text (let ((column (kith--column)) (item (and (kith--below-item-p) (kith--item))))
             (when (and item (> column 0))
               (save-excursion
                 (goto-char item)
                 (+ 2 (kith--canonical-column) (max 0 (- column (kith--column) 2)))))))))

(defun kith--indentation ()
  "Return the column that is best for the current line's text.
Return nil to leave it."
  (let ((kind (kith--kind)))
    (if (looking-at-p "[ \t]*//")
        (and (not (eq kind 'code)) 0)
      (pcase kind
        ('continuation 2)
        ('text (when (kith--below-item-p)
                 (save-excursion (goto-char (kith--item)) (+ 2 (kith--column)))))
        ('blank (save-excursion
                  (if (kith--below-item-p)
                      (kith--item-above)
                    (forward-line -1)
                    ;; A list goes on below its comma.
                    (if (and (memq (kith--kind) '(field continuation)) (looking-at-p ".*[,،、][ \t]*$")) 2 0))))
        ((or 'item 'code 'fence) nil)
        (_ 0)))))

(defun kith-indent-line ()
  "Indent the current line.
With \\[indent-for-tab-command], an item or an empty line below one goes a
level deeper, with all below it, and from the deepest to the margin.  Where
`tab-always-indent' is `complete', that is so up to the item's text only."
  (interactive)
  (if (and (eq this-command 'indent-for-tab-command) (not (use-region-p)) (kith--steps-p))
      (kith--step #'<)
    (let ((column (save-excursion (beginning-of-line) (kith--indentation))))
      (if column (kith--indent-to column) 'noindent))))

(defun kith--steps-p ()
  "Return non-nil if the tabulator is to move the current line."
  (pcase (kith--kind)
    ('item (or (not (eq tab-always-indent 'complete))
               (<= (point) (save-excursion (goto-char (1+ (kith--lead))) (skip-chars-forward "\s\t") (point)))))
    ('blank (save-excursion (kith--item-above)))))

(defun kith-outdent ()
  "Move the item at point, and all below it, a level to the margin."
  (interactive)
  (if (memq (kith--kind) '(item blank)) (kith--step #'>) (kith-indent-line)))

(defun kith--step (order)
  "Move the current line to the next of its columns in ORDER.
What is below its item comes along."
  (let* ((column (kith--column))
         (choices (kith--choices))
         (next (if (eq order #'<)
                   (or (cl-find-if (lambda (choice) (< column choice)) choices) (car choices))
                 (or (cl-find-if (lambda (choice) (> column choice)) (reverse choices)) (min column (car choices))))))
    (when (eq (kith--kind) 'item)
      (save-excursion
        (while (and (zerop (forward-line)) (not (eobp)) (kith--below-p column))
          (when (> (kith--column) column) (kith--indent-to (max 0 (+ (kith--column) (- next column))))))))
    (kith--indent-to next)))

(defun kith--below-p (column)
  "Return non-nil if the current line is part of the item in COLUMN above."
  (pcase (kith--kind)
    ('item (> (kith--column) column))
    ((or 'text 'comment) t)))

(defun kith--indent-to (column)
  "Indent the current line to COLUMN; point stays in the text."
  (let ((text (kith--lead)) (behind (- (point-max) (point))))
    (unless (= column (kith--column))
      (save-excursion
        (beginning-of-line)
        (delete-region (point) text)
        (indent-to column)))
    (goto-char (max (- (point-max) behind) (kith--lead)))))

(defun kith-indent-region (start end)
  "Indent the lists between START and END as the formatter does.
A further line of an item that is in column 0 stays there."
  (let (places)
    (save-excursion
      (goto-char start)
      (beginning-of-line)
      ;; All columns are read before the first line moves, since an item's level depends on the lines above.
      (while (< (point) end)
        (when-let* ((column (kith--canonical-column))) (push (cons (point-marker) column) places))
        (forward-line))
      (pcase-dolist (`(,place . ,column) places)
        (goto-char place)
        (kith--indent-to column)
        (set-marker place nil)))))

(defun kith-new-item ()
  "Begin an item like the one at point; in an empty one, end the list.
What is behind point comes along."
  (interactive "*")
  (let* ((item (kith--item))
         (prefix (if item
                     (save-excursion
                       (goto-char item)
                       (looking-at "[\ufeff]*\\([^-*+]*[-*+]\\)[ \t]*\\(?:\\(\\[[ xX-]\\]\\)\\(?:[ \t]\\|$\\)\\)?")
                       (concat (match-string 1) " " (if (match-beginning 2) "[ ] " "")))
                   "- ")))
    (cond ((and item (= item (line-beginning-position)) (= (match-end 0) (line-end-position))
                (looking-back "[-*+\s\t]\\|\\]" (line-beginning-position)))
           (delete-region item (line-end-position))
           ;; Directly below the list, text would go on with its last item.
           (insert "\n"))
          (t (when (or item (memq (kith--kind) '(text quote blank)))
               (delete-horizontal-space))
             (unless (and (not item) (bolp) (eolp)) (insert "\n"))
             (insert prefix)))))

(defun kith--new-line (&optional soft)
  "Go on with the item, quote, field or comment at point in a new line.
SOFT is as in `default-indent-new-line'."
  (let ((prefix (or fill-prefix (kith--prefix) "")))
    (delete-horizontal-space)
    (if soft (insert-and-inherit ?\n) (newline 1))
    (insert prefix)))

;;;; Filling

(defun kith--prefix ()
  "Return what a further line of the current line's text begins with."
  (pcase (kith--kind)
    ('comment (save-excursion (beginning-of-line) (looking-at "[^/]*//+[ \t]*") (match-string-no-properties 0)))
    ('quote "> ")
    ((or 'field 'continuation) "  ")
    ((or 'item 'text)
     (if-let* ((item (kith--item)))
         (make-string (+ 2 (save-excursion (goto-char item) (kith--column))) ?\s)
       (save-excursion (beginning-of-line) (looking-at "[ \t]*") (match-string-no-properties 0))))))

(defconst kith--alone-regexp
  "\\(?:[0-9]+[.)]\\|[-*+]\\|#+\\|[[:alpha:]][[:alnum:]_-]*:\\|\\[.?\\]\\)\\(?:[\s\t]\\|$\\)\\|[#|>]\\|//\\|```\\|---"
  "What a line begins with that is joined to none above, nor made anew.")

(defun kith--alone-p ()
  "Return non-nil if the current line is to be joined to none above."
  (or (not (eq (kith--kind) 'text))
      (kith--table-p)
      (save-excursion (goto-char (kith--lead)) (looking-at-p kith--alone-regexp))))

(defun kith--table-p ()
  "Return non-nil if the current line has gaps as wide as those of a table."
  (save-excursion
    (goto-char (kith--lead))
    (looking-at-p ".*[^\s\t\n]\\(?:\t\\|\s\s\s\\)[\s\t]*[^\s\t\n]")))

(defun kith--goes-on-p (kind)
  "Return non-nil if the current line is filled with one above of KIND."
  (let ((here (kith--kind)))
    (pcase kind
      ((or 'item 'text) (and (eq here 'text) (not (kith--alone-p))))
      ((or 'field 'continuation) (eq here 'continuation))
      ((or 'quote 'comment) (and (eq here kind) (kith--filled-p)))
      (_ nil))))

(defun kith--filled-p ()
  "Return non-nil if the current comment or quote is to be filled.
It has text, which is none for kith to obey."
  (save-excursion
    (beginning-of-line)
    (and (looking-at-p "[^/>\n]*\\(?:>\\|//+\\)[ \t]*[^ \t\n]")
         (not (let ((case-fold-search t)) (looking-at-p "[^/\n]*//[ \t]*kith:"))))))

(defun kith--block ()
  "Return the text to fill with the current line: its start and end.
Return nil if there is none."
  (let ((kind (kith--kind)))
    (when (or (and (memq kind '(item text field continuation)) (not (kith--table-p)))
              (and (memq kind '(quote comment)) (kith--filled-p)))
      (save-excursion
        (let ((end (progn (while (and (zerop (forward-line)) (not (eobp)) (kith--goes-on-p kind)))
                          (if (and (eobp) (not (bolp))) (point) (1- (point))))))
          (cons (progn
                  (goto-char end)
                  (beginning-of-line)
                  (kith--block-start kind)
                  (point))
                end))))))

(defun kith--block-start (kind)
  "Go to the first of the lines of KIND to fill with the current one."
  (pcase kind
    ((or 'quote 'comment)
     (while (and (zerop (forward-line -1)) (kith--goes-on-p kind)))
     (unless (kith--goes-on-p kind) (forward-line)))
    (_ (while (and (kith--goes-on-p kind)
                   (save-excursion
                     (and (zerop (forward-line -1))
                          (not (kith--table-p))
                          (memq (kith--kind) (if (memq kind '(item text)) '(item text) '(field continuation)))))
                   (zerop (forward-line -1)))))))

(defun kith-fill-paragraph (&optional justify)
  "Fill the item, paragraph, quote, comment or field at point.
JUSTIFY is as in `fill-paragraph'.  Items, fields and lines that stand alone
are not joined, and no line begins with a mark then."
  (interactive "*P")
  (when-let* ((block (kith--block)))
    (let ((before (buffer-substring-no-properties (car block) (cdr block)))
          (modified (buffer-modified-p))
          (end (copy-marker (cdr block))))
      (save-excursion
        (goto-char (car block))
        (let ((fill-prefix (kith--prefix)) (kind (kith--kind)))
          (kith--join-lines kind end)
          (goto-char (car block))
          (unless (memq kind '(quote comment)) (goto-char (kith--lead)))
          ;; No blank within a line goes.
          (fill-region-as-paragraph (point) end justify t)))
      (when (equal before (buffer-substring-no-properties (car block) end)) (restore-buffer-modified-p modified))
      (set-marker end nil)))
  t)

(defun kith--join-lines (kind end)
  "Make the lines of KIND up to END one, from point."
  (while (progn (end-of-line) (< (point) end))
    (let ((start (progn (skip-chars-backward "\s\t") (point))))
      (forward-line)
      (looking-at (if (memq kind '(quote comment)) "[^/>]*\\(?:>\\|//+\\)[ \t]*" "[ \t]*"))
      (delete-region start (match-end 0))
      ;; Some scripts have no blanks between words.
      (unless (and (aref fill-nospace-between-words-table (or (char-before) 0))
                   (aref fill-nospace-between-words-table (or (char-after) 0)))
        (insert " ")))))

(defun kith-fill (&optional justify)
  "Fill what is at point, or all in the region.
JUSTIFY is as in `fill-paragraph'."
  (interactive "*P")
  (if (not (use-region-p))
      (fill-paragraph justify)
    (let ((end (copy-marker (region-end))))
      (save-excursion
        (goto-char (region-beginning))
        (while (and (< (point) end) (not (eobp)))
          (kith-fill-paragraph justify)
          (goto-char (or (cdr (kith--block)) (point)))
          (forward-line)))
      (set-marker end nil))))

(defun kith--no-break-p ()
  "Return non-nil if a line must not break at point.
So it is in a link, code or head, and before what would mean something else
where a line begins."
  (save-excursion
    (skip-chars-backward "\s\t")
    (let ((place (point)) (kind (kith--kind)))
      (or (memq kind '(record section code fence separator))
          ;; Lines of a field are joined by a blank.
          (and (memq kind '(field continuation)) (not (looking-at-p "[\s\t]")))
          (and (not (memq kind '(comment)))
               (let ((marks (kith--parts kind)))
                 (or (and (eq kind 'item)
                          (save-excursion
                            (goto-char (kith--lead))
                            (kith--item-parts (kith--content-end))
                            (skip-chars-backward kith--gaps)
                            ;; Behind the colon of a head there may be an end.
                            (if (eq (char-before) ?:) (< place (point)) (<= place (point)))))
                     (cl-loop for (what start end) in marks thereis (and (< start place) (< place end)
                                                                         (not (eq what 'text))))
                     (kith--in-link-p place marks))))
          (progn (skip-chars-forward "\s\t") (looking-at-p kith--alone-regexp))))))

(defun kith--in-link-p (place parts)
  "Return non-nil if PLACE is in the text of a link among PARTS."
  (cl-loop for ((_ start end) . rest) on parts
           thereis (and (eq (char-after start) ?\[) (= end (1+ start)) (< start place)
                        (cl-loop for (_ middle _) in rest
                                 thereis (and (eq (char-after middle) ?\]) (<= place middle))))))

;;;; Outlines

(defun kith--outline-level ()
  "Return the level of the heading at point: 1 for a record."
  (save-excursion (skip-chars-forward "^#" (line-end-position)) (skip-chars-forward "#")))

(defun kith--set-up-outline ()
  "Know all headings before each command if there is an outline."
  (if outline-minor-mode
      (add-hook 'pre-command-hook #'kith--find-headings nil t)
    (remove-hook 'pre-command-hook #'kith--find-headings t))
  (kith--find-headings))

(defun kith--find-headings ()
  "Read the syntax of headings up to the end.
A search by syntax does not wait for that in all cases."
  (syntax-propertize (point-max)))

(defun kith--imenu ()
  "Return the people, groups, meetings and pages of the buffer."
  (let (people groups meetings pages)
    (save-excursion
      (goto-char (point-min))
      (while (kith--search-record nil)
        (let* ((start (line-beginning-position))
               (name (save-excursion
                       (goto-char start)
                       (string-trim (buffer-substring-no-properties (1+ (kith--lead)) (kith--content-end)))))
               (kind (kith--record-kind)))
          (cond ((eq (kith--class (string-to-char name)) 'digit) (push (cons name start) meetings))
                ((equal kind "page") (push (cons name start) pages))
                (t (setq name (replace-regexp-in-string "\\(?:[ \t]+[@#][^ \t]+\\)+\\'" "" name))
                   (if (member kind '("group" "org")) (push (cons name start) groups) (push (cons name start) people))))
          (end-of-line))))
    (cl-loop for (title . found) in `(("People" . ,people) ("Groups" . ,groups) ("Meetings" . ,meetings) ("Pages" . ,pages))
             when found collect (cons title (nreverse found)))))

(defun kith--record-kind ()
  "Return the kind in the header of the current line's record, or nil."
  (save-excursion
    (pcase-let ((`(,start ,end ,_) (kith--header)) (case-fold-search t))
      (goto-char start)
      (and (re-search-forward "^kind:[ \t]*\\([^ \t\n]+\\)" end t) (downcase (match-string-no-properties 1))))))

;;;; kith itself

(defun kith--call (function)
  "Call FUNCTION in the folder of the buffer's file; return its value.
Its argument is a list of options that name that file to kith."
  (let ((file (buffer-file-name (buffer-base-buffer))))
    (if (or (null file) (file-remote-p file))
        (funcall function nil)
      (let ((default-directory (file-name-directory file)))
        (funcall function (list "--stdin-filename" (file-name-nondirectory file)))))))

(defun kith--coding-system ()
  "Return the coding system of the notes; nil if that is not UTF-8."
  (let ((system (or buffer-file-coding-system 'utf-8-unix)))
    (pcase (coding-system-type system)
      ('utf-8 system)
      ((or 'undecided 'raw-text) (coding-system-change-eol-conversion 'utf-8 (coding-system-eol-type system))))))

(defun kith-format-buffer ()
  "Give the notes of the buffer their canonical form.
Point stays where it is in the text.  If kith leaves them as they are, it is
said why."
  (interactive "*")
  (let ((why (kith--format)))
    (when why (message "kith: %s" why))))

(defun kith--format ()
  "Format the buffer; return what is in the way, or nil."
  (let ((system (kith--coding-system))
        (formatted (generate-new-buffer " *kith format*"))
        (errors (make-temp-file "kith")))
    (unwind-protect
        (if (null system)
            (format "the notes are saved as %s, not as UTF-8; C-x RET f utf-8 RET changes that" buffer-file-coding-system)
          (let ((status (kith--filter system (list formatted errors)))
                (said (with-temp-buffer (insert-file-contents errors) (kith--first-line))))
            (when (eql status 0) (kith--take formatted))
            (cond (said)
                  ((not (eql status 0)) (format "%s" status)))))
      (kill-buffer formatted)
      (delete-file errors))))

(defun kith--filter (system destination)
  "Send the buffer in the coding SYSTEM to `kith format'.
What that writes goes to DESTINATION.  Return the exit status, or a reason
for none."
  (let ((coding-system-for-write system) (coding-system-for-read 'utf-8-unix))
    (save-restriction
      (widen)
      (kith--call
       (lambda (options)
         (condition-case fault
             (apply #'call-process-region (point-min) (point-max) kith-program nil destination nil "format" "-" options)
           (file-missing (error-message-string fault))))))))

(defun kith--first-line ()
  "Return the first line of what kith wrote to the buffer, or nil.
How grave it is stands in front of it, and is left out."
  (goto-char (point-min))
  (when (looking-at "\\(?:error: \\|note: \\)?\\(.+\\)") (match-string 1)))

(defun kith--take (formatted)
  "Replace the buffer's text by that of the buffer FORMATTED.
The file gets the form of lines that kith writes, too."
  (save-restriction
    (widen)
    (replace-buffer-contents formatted 1))
  (when (and buffer-file-coding-system
             (or (memql (coding-system-eol-type buffer-file-coding-system) '(1 2))
                 (coding-system-get buffer-file-coding-system :bom)))
    (set-buffer-file-coding-system 'utf-8-unix)))

(defun kith--format-before-save ()
  "Format the buffer if `kith-format-on-save' is non-nil.
It is saved whatever comes of that."
  (when kith-format-on-save (kith-format-buffer)))

(defvar-local kith--lint nil "The process that lints the buffer for flymake.")

;;;###autoload
(defun kith-flymake (report &rest _)
  "Lint the buffer, and give what there is to REPORT, as flymake asks.
With eglot that is nothing, since eglot does."
  (when (process-live-p kith--lint) (kill-process kith--lint))
  (cond ((and (fboundp 'eglot-managed-p) (eglot-managed-p)) (funcall report nil))
        ((not (executable-find kith-program)) (error "There is no `%s' on the `exec-path'" kith-program))
        (t (let ((source (current-buffer)))
             (setq kith--lint
                   (kith--call
                    (lambda (options)
                      (make-process
                       :name "kith lint" :noquery t :connection-type 'pipe :coding 'utf-8-unix
                       :buffer (generate-new-buffer " *kith lint*") :stderr (kith--errors)
                       :command `(,kith-program "lint" "-" "--output-format" "json-lines" ,@options)
                       :sentinel (lambda (process _) (kith--linted process source report))))))
             (save-restriction
               (widen)
               (process-send-region kith--lint (point-min) (point-max))
               (process-send-eof kith--lint))))))

(defun kith--errors ()
  "Return an empty buffer for what the linter has to say besides."
  (with-current-buffer (get-buffer-create " *kith lint errors*")
    (erase-buffer)
    (current-buffer)))

(defun kith--linted (process source report)
  "Give what PROCESS wrote about the buffer SOURCE to REPORT.
That is done when it is over."
  (unless (process-live-p process)
    (unwind-protect
        (when (and (buffer-live-p source) (eq process (buffer-local-value 'kith--lint source)))
          (if (memq (process-exit-status process) '(0 1))
              (funcall report (with-current-buffer (process-buffer process) (kith--diagnostics source)))
            (funcall report :panic :explanation (format "kith lint exits with %s" (process-exit-status process)))))
      (kill-buffer (process-buffer process)))))

(defun kith--diagnostics (source)
  "Return what the current buffer lists, as flymake has it for SOURCE."
  (let ((json-object-type 'alist) (json-key-type 'symbol) found)
    (goto-char (point-min))
    (while (looking-at-p "{")
      (let-alist (json-read)
        (push (flymake-make-diagnostic
               source (kith--place source .line .column) (kith--place source .endLine .endColumn)
               (pcase .severity ("error" :error) ("warning" :warning) (_ :note))
               (format "%s %s%s" .code .message (if .help (format " (%s)" .help) "")))
              found))
      (skip-chars-forward "\s\t\n"))
    found))

(defun kith--place (buffer line column)
  "Return the place in BUFFER of LINE and COLUMN, which count from 1."
  (with-current-buffer buffer
    (save-excursion
      (save-restriction
        (widen)
        (goto-char (point-min))
        (forward-line (1- line))
        (min (+ (point) (1- column)) (line-end-position))))))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs (list 'kith-mode kith-program "server")))

;;;; The mode

(defvar kith-mode-map
  (let ((map (make-sparse-keymap)))
    (define-key map (kbd "C-c C-f") #'kith-format-buffer)
    (define-key map (kbd "M-RET") #'kith-new-item)
    (define-key map (kbd "<backtab>") #'kith-outdent)
    (define-key map [remap fill-paragraph] #'kith-fill)
    (define-key map [remap comment-dwim] #'kith-comment)
    map))

(defun kith--set-up-filling ()
  "Have filling keep to what is a line of its own."
  (setq-local fill-paragraph-function #'kith-fill-paragraph)
  (setq-local fill-nobreak-predicate (cons #'kith--no-break-p fill-nobreak-predicate))
  (setq-local adaptive-fill-function #'kith--prefix)
  (setq-local adaptive-fill-first-line-regexp "\\`[\s\t>/]*\\'")
  (setq-local comment-line-break-function #'kith--new-line)
  (setq-local paragraph-start
              "[ \t]*$\\|[ \t]*[-*+][ \t]\\|[ \t]*```\\|#+[ \t]\\|>\\|//\\|[[:alpha:]][[:alnum:]_-]*:[ \t\n]")
  (setq-local paragraph-separate "[ \t]*$\\|[ \t]*```\\|#+[ \t]\\|---+[ \t]*$"))

(defun kith--set-up-comments ()
  "Have comments stand in lines of their own, from column 0."
  (setq-local comment-start "// ")
  (setq-local comment-end "")
  (setq-local comment-start-skip "//+[ \t]*")
  (setq-local comment-style 'plain)
  (setq-local comment-use-syntax t)
  (setq-local comment-insert-comment-function #'kith-comment)
  (setq-local syntax-propertize-function #'kith--syntax-propertize)
  (setq-local parse-sexp-lookup-properties t))

;;;###autoload
(define-derived-mode kith-mode text-mode "kith"
  "Major mode for kith's notes about people and meetings.
\\{kith-mode-map}"
  (setq-local font-lock-defaults '(kith-font-lock-keywords))
  (kith--set-up-comments)
  (kith--set-up-filling)
  (setq-local indent-line-function #'kith-indent-line)
  (setq-local indent-region-function #'kith-indent-region)
  (setq-local indent-tabs-mode nil)
  ;; As the notation counts tabs.
  (setq-local tab-width 4)
  (setq-local outline-regexp "[\ufeff\u200e\u200f\u061c]*\\s'#\\{0,5\\}[\u200e\u200f\u061c]*[\s\t\u00a0\u3000\n]")
  (setq-local outline-level #'kith--outline-level)
  (add-hook 'outline-minor-mode-hook #'kith--set-up-outline nil t)
  (setq-local imenu-create-index-function #'kith--imenu)
  (setq-local compile-command (concat kith-program " lint --color never --output-format concise"))
  (add-hook 'before-change-functions #'kith--before-change nil t)
  (add-hook 'after-change-functions #'kith--after-change nil t)
  (add-hook 'before-save-hook #'kith--format-before-save nil t)
  ;; Alone, since what Emacs has there for all files warns in each that it knows nothing of it.
  (setq-local flymake-diagnostic-functions '(kith-flymake)))

(defconst kith--foreign-regexp
  (concat
   ;; Pajek, perhaps behind comments.
   "\\`\ufeff*\\(?:[\s\t\r]*\\(?:%.*\\|/\\*.*\\)?\n\\)*[\s\t]*"
   "\\(?:\\*vertices[\s\t]+[0-9]\\|\\*network\\(?:[\s\t]+[^*\n]*\\)?\r*$"
   ;; Netlists of KiCad, EDIF and PADS.
   "\\|(export[\s\t\r\n]+(version\\|(edif[\s\t]\\|!PADS-\\|\\*PADS-\\)")
  "What begins a file that ends in .net and holds no notes.")

;;;###autoload
(defun kith-mode-maybe ()
  "Turn on `kith-mode', but not for a Pajek network or a netlist.
Such a file gets the mode that it has without this one."
  (if (save-excursion
        (save-restriction
          (widen)
          (goto-char (point-min))
          (let ((case-fold-search t)) (looking-at-p kith--foreign-regexp))))
      (let ((auto-mode-alist (cl-remove 'kith-mode-maybe auto-mode-alist :key #'cdr))) (set-auto-mode t))
    (kith-mode)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.net\\(\\.md\\)?\\'" . kith-mode-maybe))

(provide 'kith-mode)
;;; kith-mode.el ends here
