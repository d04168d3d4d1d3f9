;;; kith-marks.el --- Marks within the lines of kith's notes  -*- lexical-binding: t -*-

;;; Commentary:

;; What kith reads within a line: mentions, tags, dates, labels, links and code, each with its place.

;;; Code:

(require 'cl-lib)
(require 'subr-x)
(require 'kith-lines)

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

(provide 'kith-marks)
;;; kith-marks.el ends here
