;;; kith-fill.el --- Filling of kith's notes  -*- lexical-binding: t -*-

;;; Commentary:

;; How `kith-mode' fills text and breaks its lines, so that it means what it meant.

;;; Code:

(require 'cl-lib)
(require 'subr-x)
(require 'kith-lines)
(require 'kith-marks)

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

(defun kith--new-line (&optional soft)
  "Go on with the item, quote, field or comment at point in a new line.
SOFT is as in `default-indent-new-line'."
  (let ((prefix (or fill-prefix (kith--prefix) "")))
    (delete-horizontal-space)
    (if soft (insert-and-inherit ?\n) (newline 1))
    (insert prefix)))

(provide 'kith-fill)
;;; kith-fill.el ends here
