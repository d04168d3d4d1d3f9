/// Texts that are JSON, in the manner of JSONTestSuite, with what is read: without blanks, numbers as they are written,
/// and between the quotes of a string its characters, no escape among them.
///
/// Foundation has to read the same.
let acceptedTexts: [(text: String, value: String)] = structures + plainNumbers + strings

private let structures: [(text: String, value: String)] = [
  ("[]", "[]"), ("{}", "{}"), ("[[]]", "[[]]"), ("[[],[[]]]", "[[],[[]]]"), ("[{}]", "[{}]"),
  (#"{"a":{}}"#, #"{"a":{}}"#),
  (#"{"":0}"#, #"{"":0}"#), (#"{"a":[]}"#, #"{"a":[]}"#), ("[1,2]", "[1,2]"), (#"{"a":1,"b":2}"#, #"{"a":1,"b":2}"#),
  (#"{"a":[1,{"b":null}]}"#, #"{"a":[1,{"b":null}]}"#), ("[null,1,\"1\",{}]", "[null,1,\"1\",{}]"),
  ("[null,null,null]", "[null,null,null]"), ("[true,false,null]", "[true,false,null]"),
  (#"{"a":"b","c":"d"}"#, #"{"a":"b","c":"d"}"#), (#"{"b":1,"a":2}"#, #"{"b":1,"a":2}"#),
  ("[[[[[[[[]]]]]]]]", "[[[[[[[[]]]]]]]]"),
  // White space is four characters, anywhere but inside a token
  (" [] ", "[]"), ("\t\n\r{ }\n", "{}"), ("[1\n,\n2]", "[1,2]"), ("[ 1 ,\t2\r\n]", "[1,2]"), ("[1 ]", "[1]"),
  ("[ ]", "[]"),
  (" {\t\"a\"\n:\r1 } ", #"{"a":1}"#), ("\n\n1\n\n", "1"), ("[]\r\n", "[]"), ("[true\t]", "[true]"),
  // Any value may stand at the top
  ("1", "1"), ("-0", "-0"), ("\"\"", "\"\""), ("\"text\"", "\"text\""), ("true", "true"), ("false", "false"),
  ("null", "null"),
  (" 7 ", "7"), ("-1.5e-3", "-1.5e-3"),
]

private let plainNumbers: [(text: String, value: String)] = [
  "[0]", "[-0]", "[-1]", "[12]", "[-123]", "[0.5]", "[-0.5]", "[1.0]", "[0.0]", "[20.00]", "[0.0001]", "[123.456789]",
  "[1e3]", "[1E3]", "[1e+3]", "[1E+3]", "[1e-3]", "[1E-2]", "[0e1]", "[0e+1]", "[0E0]", "[1.25e2]", "[123e45]",
  "[123.456e78]", "[1e00]", "[1e-007]", "[-0.0]", "[-0e-1]", "[123456789012]", "[9007199254740991]",
  "[-9223372036854775808]",
  "[9223372036854775807]", "[4.9e-324]", "[1.7976931348623157e308]", "[0.1]", "[3.141592653589793]",
].map { ($0, $0) }

private let strings: [(text: String, value: String)] = [
  (#"["a b"]"#, #"["a b"]"#), ("[\" \"]", "[\" \"]"), ("[\"\u{7F}\"]", "[\"\u{7F}\"]"), (#"["'"]"#, #"["'"]"#),
  (#"["//"]"#, #"["//"]"#), (#"["/* text */"]"#, #"["/* text */"]"#), (#"["a,b]"]"#, #"["a,b]"]"#),
  (#"["{}[]:,"]"#, #"["{}[]:,"]"#),
  // The eight short escapes
  (#"["\""]"#, #"["""]"#), (#"["\\"]"#, #"["\"]"#), (#"["\/"]"#, #"["/"]"#), (#"["\b"]"#, "[\"\u{8}\"]"),
  (#"["\f"]"#, "[\"\u{C}\"]"),
  (#"["\n"]"#, "[\"\n\"]"), (#"["\r"]"#, "[\"\r\"]"), (#"["\t"]"#, "[\"\t\"]"), (#"["\\n"]"#, #"["\n"]"#),
  (#"["\\\\"]"#, #"["\\"]"#),
  (#"["\\\""]"#, #"["\""]"#), (#"["\"\\\/\b\f\n\r\t"]"#, "[\"\"\\/\u{8}\u{C}\n\r\t\"]"),
  // By number
  (#"["\u0041"]"#, #"["A"]"#), (#"["\u00e9\u00E9"]"#, #"["éé"]"#), (#"["\u0000"]"#, "[\"\u{0}\"]"),
  (#"["\u001f"]"#, "[\"\u{1F}\"]"),
  (#"["\u0022"]"#, #"["""]"#), (#"["\u005c"]"#, #"["\"]"#), (#"["\u002F"]"#, #"["/"]"#),
  (#"["\u2028\u2029"]"#, "[\"\u{2028}\u{2029}\"]"),
  (#"["\u20ac"]"#, #"["€"]"#), (#"["\u0821"]"#, "[\"\u{821}\"]"), (#"["\uabCD"]"#, "[\"\u{ABCD}\"]"),
  (#"["\u00e91"]"#, #"["é1"]"#),
  (#"["\\u0041"]"#, #"["\u0041"]"#), (#"["\ufeff"]"#, "[\"\u{FEFF}\"]"),
  (#"["\uD7FF\uE000"]"#, "[\"\u{D7FF}\u{E000}\"]"),
  (#"["\uFFFE\uFFFF"]"#, "[\"\u{FFFE}\u{FFFF}\"]"), (#"["e\u0301"]"#, "[\"e\u{301}\"]"),
  // In two halves
  (#"["\ud83d\ude00"]"#, #"["😀"]"#), (#"["\uD834\uDD1E"]"#, #"["𝄞"]"#), (#"["\ud800\udc00"]"#, "[\"\u{10000}\"]"),
  (#"["\uDBFF\uDFFF"]"#, "[\"\u{10FFFF}\"]"), (#"["\uDBFF\uDFFE"]"#, "[\"\u{10FFFE}\"]"),
  (#"["\ud801\udc37\ud801\udc37"]"#, "[\"𐐷𐐷\"]"),
  (#"["a\ud83d\ude00b"]"#, #"["a😀b"]"#),
  // As they are
  (#"["é 小林 اسم नाम"]"#, #"["é 小林 اسم नाम"]"#), (#"["😀"]"#, #"["😀"]"#),
  ("[\"\u{2028}\u{2029}\u{85}\u{A0}\"]", "[\"\u{2028}\u{2029}\u{85}\u{A0}\"]"),
  ("[\"e\u{301}\"]", "[\"e\u{301}\"]"), ("[\"\u{10FFFF}\"]", "[\"\u{10FFFF}\"]"),
  ("[\"\u{FFFF}\u{1FFFE}\"]", "[\"\u{FFFF}\u{1FFFE}\"]"),
  ("[\"\u{202E}\u{200B}\u{200D}\"]", "[\"\u{202E}\u{200B}\u{200D}\"]"), ("[\"\u{E000}\"]", "[\"\u{E000}\"]"),
  // As keys
  (#"{"\u0061":1}"#, #"{"a":1}"#), (#"{"a\u0000b":1}"#, "{\"a\u{0}b\":1}"), (#"{"\n":1," ":2}"#, "{\"\n\":1,\" \":2}"),
  (#"{"小林":"健"}"#, #"{"小林":"健"}"#), (#"{"\ud83d\ude00":{}}"#, #"{"😀":{}}"#),
]

/// What RFC 8259 leaves open, and what is read here: the value, or the range and words of the error.
let openTexts: [(what: String, text: String, result: String)] = [
  ("a repeated key: each is kept, in order", #"{"a":1,"b":2,"a":3}"#, #"{"a":1,"b":2,"a":3}"#),
  ("a repeated key, once with an escape", #"{"a":1,"\u0061":1}"#, #"{"a":1,"a":1}"#),
  ("equivalent keys are two", "{\"é\":1,\"e\u{301}\":2}", "{\"é\":1,\"e\u{301}\":2}"),
  ("the order of keys is kept", #"{"b":{"d":1,"c":2},"a":3}"#, #"{"b":{"d":1,"c":2},"a":3}"#),
  ("an empty key is one", #"{"":{"":""}}"#, #"{"":{"":""}}"#),
  ("a number that no `Double` holds is kept as text", "[1e400]", "[1e400]"),
  ("so is one with more digits", "[3.14159265358979323846264338327950288]", "[3.14159265358979323846264338327950288]"),
  (
    "so is one beyond 64 bits", "[-9223372036854775809,18446744073709551616]",
    "[-9223372036854775809,18446744073709551616]"
  ),
  ("so is one that comes to nothing", "[1e-99999]", "[1e-99999]"),
  ("so is an exponent of any length", "[0e99999999999999999999]", "[0e99999999999999999999]"),
  ("what is no character, in a string", "[\"\u{FFFE}\u{10FFFF}\"]", "[\"\u{FFFE}\u{10FFFF}\"]"),
  ("a byte-order mark before the text is refused", "\u{FEFF}{}", "0-3 a byte-order mark stands before the text"),
  ("the first half of a pair alone is refused", #"["\ud800"]"#, "2-8 this is half of a surrogate pair"),
  ("the second half alone is refused", #"["\udead"]"#, "2-8 this is half of a surrogate pair"),
  ("half a pair in a key is refused", #"{"\ud800":1}"#, "2-8 this is half of a surrogate pair"),
]

/// Numbers with what they are as `Int` and `Double`.
let numbers: [(text: String, int: Int?, double: Double?)] = [
  ("0", 0, 0), ("-0", 0, -0.0), ("7", 7, 7), ("-7", -7, -7), ("1.0", nil, 1), ("1e2", nil, 100), ("1E+2", nil, 100),
  ("25e-1", nil, 2.5),
  ("-2.50", nil, -2.5), ("0.1", nil, 0.1), ("9007199254740993", 9_007_199_254_740_993, 9_007_199_254_740_992),
  ("9223372036854775807", .max, 9_223_372_036_854_775_808), ("9223372036854775808", nil, 9_223_372_036_854_775_808),
  ("-9223372036854775808", .min, -9_223_372_036_854_775_808), ("-9223372036854775809", nil, -9_223_372_036_854_775_808),
  ("12345678901234567890", nil, 12_345_678_901_234_567_168), ("1e400", nil, nil), ("-1e400", nil, nil),
  ("1.7976931348623157e308", nil, .greatestFiniteMagnitude), ("1.7976931348623159e308", nil, nil),
  ("4.9e-324", nil, .leastNonzeroMagnitude), ("1e-400", nil, 0),
]

/// What the message says to write instead.
let helps: [(text: String, help: String)] = [
  // Words and quotes of other notations.
  ("[True]", "write `true`"),
  ("[None]", "write `null`"),
  ("[hello]", "a text stands in double quotes: `\"hello\"`"),
  ("['hello']", "write `\"` before and behind it"),
  ("{select: 1}", "write `\"select\"`"),
  ("[] // none", "remove it"),
  ("[\u{A0}1]", "write a space"),
  ("[\u{200B}1]", "remove it"),
  // Numbers.
  ("[007]", "leave out the zeros it begins with, or write it as a string, in double quotes"),
  ("[.5]", "write it as in `12`, `-0.5` or `1e3`"),
  // Strings.
  ("[\"\t\"]", #"write it as `\t`"#),
  ("[\"\u{1B}\"]", #"write it as `\u001b`"#),
  ("[\"a\n\"]", #"add `"`, or write a line break inside a string as `\n`"#),
  ("[\"a", "add `\"`"),
  (
    #"["C:\Users"]"#,
    #"write a backslash as `\\`; the escapes are `\"` `\\` `\/` `\b` `\f` `\n` `\r` `\t` `\u0000`"#
  ),
  (#"["\u00g9"]"#, #"write it as in `\u00e9`"#),
  (#"["\ud83d"]"#, #"write the character itself, or both halves, as in `\ud83d\ude00`"#),
  // Commas, colons and brackets.
  ("[1,]", "remove it"),
  ("[1,,2]", "add one, or `null`"),
  ("[:]", "write a value, or `]`"),
  ("{:}", "write a key in double quotes, or `}`"),
  (#"{"a" 1}"#, #"write `"key": value`"#),
  ("[1 2]", "add `,`, or `]` if this is the end"),
  (#"{"a": 1 "b": 2}"#, "add `,`, or `}` if this is the end"),
  ("[1}", "write `]`"),
  ("[1] 2", "remove it"),
  // What ends too early.
  ("", "write one, such as `{}`"),
  (#"{"a""#, "add `: ` and a value"),
  (#"{"a":"#, "add a value"),
  ("[1", "add `]`"),
  (#"{"a": 1"#, "add `}`"),
]
