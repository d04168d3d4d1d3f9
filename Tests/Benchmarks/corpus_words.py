"""The names, places, subjects and sentences that notebooks to measure with are made of."""

LATIN_FIRST = """Amara Lena Jun Nadia Tomek Ibrahim Rosa Kofi Ingrid Mateo Aoife Priya Samuel Yara Dele Hanna
Luca Marisol Owen Fatou Elif Joana Piotr Sana Tariq Wanjiru Bea Anselm Noor Simone Thabo
Greta Ravi Chiara Moana Idris Vera Kalani Esther Bilal Zofia Linh Maeve Rafael Soraya Emeka
Astrid""".split()
LATIN_LAST = """Okafor Petrova Tanaka Rahman Zieliński Sow Alvarez Mensah Lindqvist Duarte Byrne Raman
Adeyemi Haddad Fischer Romano Ortega Pryce Ndiaye Yıldız Ferreira Kowalska Malik Mwangi
Marsh Weber Said Laurent Mokoena Brandt Iyer Bianchi Kahale Osman Novák Akana Levi Khan
Wójcik Nguyễn Dlamini Walsh Moreau Rezaei Obi Holm Castellanos Abara Thistlewood Silva Katz
Jónsdóttir Pereira Hughes Balogun Sato Vance Tembo Quist Marín""".split()

# For each script: parts of names, sentences, and what handles in Latin letters begin with.
SCRIPTS = {
  "cyrillic": (
    "Анна Мария Иван Ольга Пётр Елена Сергей Дарья Николай Вера Юрий Софья Фёдор Лидия Антон Ирина".split(),
    "Белова Соколова Волкова Морозова Зайцева Орлова Титова Жукова Крылова Панова Громова Рябова".split(),
    "Лес Гора Река Поле Роща Заря Мороз Весна Сокол Ветер Озеро Берег Камень Месяц Дождь Ручей".split(),
    [
      "Долго говорили о школе и о том, как удержать хороших учителей.",
      "Она рассказала, как начинала двадцать лет назад в деревне у реки.",
      "Договорились вместе прочитать книгу о наставничестве и обсудить её весной.",
      "Очень любит хор и выращивает помидоры на балконе.",
    ],
    "anya",
  ),
  "arabic": (
    "مريم ليلى يوسف سلمى خالد هدى عمر نور سامي رنا فارس دانة ماجد لينا زياد هالة".split(),
    "سعيد منصور حسن كريم ناصر جميل راشد سليم وليد عادل فؤاد حبيب".split(),
    "الحسن النجار الخطيب العلي الشامي الكندي السيد البنا الحداد القاسم الزين الصباغ الراوي التميمي".split(),
    [
      "تحدثنا طويلا عن المدرسة وعن الطلاب الجدد في الحي.",
      "قالت إنها تعلمت الصبر من جدتها ومن سنوات التدريس الأولى.",
      "اتفقنا على أن نلتقي في المكتبة مرة كل شهر لنقرأ معا.",
      "يحب الخط والشعر القديم والقهوة بالهيل.",
    ],
    "mariam",
  ),
  "japanese": (
    list("恵美優陽直真結明和千秋春夏光希悠"),
    list("子人太香介奈也樹斗花織理"),
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上".split(),
    [
      "学校のこれからについて、ゆっくり話した。",
      "若い先生をどう支えるか、よい考えをいくつも聞かせてくれた。",
      "春になったら、また図書館で会う約束をした。",
      "山歩きと古い地図が好きで、いつも水筒を持っている。",
    ],
    "sato",
  ),
  "devanagari": (
    "मीरा आशा रवि कमल सीमा अर्जुन लता मोहन गीता विजय राधा अनिल नीता सुरेश पूजा किरण".split(),
    "कुमार देवी लाल राज प्रसाद नाथ रानी चंद बाई दास मोहन किशोर".split(),
    "शर्मा वर्मा गुप्ता जोशी मिश्रा यादव पटेल नायर देसाई कुलकर्णी चौहान ठाकुर".split(),
    [
      "हमने नए स्कूल और पढ़ने की आदत के बारे में लंबी बात की।",
      "उन्होंने बताया कि पहले साल में सबसे कठिन क्या था।",
      "अगले महीने फिर मिलने और साथ में सूची बनाने की बात हुई।",
    ],
    "meera",
  ),
  "greek": (
    "Ελένη Νίκος Μαρία Γιώργος Σοφία Δημήτρης Άννα Κώστας Ειρήνη Πέτρος Ζωή Γιάννης".split(),
    "Αργυρώ Λουκάς Θάλεια Μάρκος Φωτεινή Ηλίας Δάφνη Στέφανος Χαρά Αντώνης Μυρτώ Θωμάς".split(),
    "Παππάς Βλάχος Γεωργίου Νικολάου Δήμου Οικονόμου Μακρής Ρήγας Λάμπρου Σταύρου Φωτίου Ζέρβας".split(),
    [
      "Μιλήσαμε για το σχολείο και για τα παιδιά που ήρθαν φέτος.",
      "Μας είπε πώς ξεκίνησε με τρεις μαθητές και ένα δανεικό πιάνο.",
      "Θα ξαναβρεθούμε την άνοιξη στη βιβλιοθήκη.",
    ],
    "eleni",
  ),
}

ROLES = [
  "Head of School",
  "Educator and coach",
  "Maths teacher",
  "Potter",
  "School librarian",
  "Choir leader",
  "Runs the after-school garden",
  "Researcher on early reading",
  "Governor",
  "Lift engineer",
  "Tree nurseryman",
]
ORGS = [
  "Katara International Academy",
  "Harbour Street Primary",
  "the river museum",
  "Northfield Adult College",
  "St Brigid's",
  "the Thursday choir",
  "Open Shelf Library",
  "Lycée du Lac",
]
PLACES = [
  "Doha",
  "Hebden Bridge",
  "Lagos",
  "São Paulo",
  "Kraków",
  "Nairobi",
  "Montréal",
  "Kyoto",
  "Beirut",
  "Cork",
  "the café by the mill",
  "her kitchen, over soup",
  "platform 4, waiting for the late train",
]
TAGS = [
  "education",
  "founder",
  "garden",
  "choir",
  "reading",
  "maths",
  "education/maths",
  "neighbours",
  "writing",
]
LABELS = ["former colleague", "neighbour", "same choir", "shared an office in 2019", "next plot but one"]
TOPICS = [
  "staff wellbeing",
  "the first weeks of a new school",
  "reading aloud",
  "how to leave a job kindly",
  'what "networking" really means',
  "teacher pipelines",
  "a timetable with room to breathe",
  "grief and gardens",
  "parents' evenings",
  "bilingual coding",
  "the long winter",
  "a stubborn kiln",
  "mentoring across subjects",
]
SENTENCES = [
  "We talked about {t}, and about {u}.",
  "She has thought more about {t} than anyone I know.",
  "They are patient, funny, and impossible to hurry; {t} is what lights them up.",
  "Runs the region's first programme of its kind, and would rather talk about {t}.",
  "Walked the long way round so that there was time for {t}.",
  "Loves Coltrane, dislikes telephones.",
  "We agreed on very little about {t}, and parted better friends for it.",
  "He listened for an hour before saying a word about {t}; then it was the right word.",
  "Her notes on {t} are at https://notes.example/{n} and worth an evening.",
  "I promised nothing, which was right: {t} can wait until after the exams.",
  "See also [the reading list](https://library.example/lists/{n}) and the code `shelf-{n}`.",
]
REMARKS = [
  "quick call, sounded tired; ask about the board next time",
  "ran into each other at the market, {t} again",
  "long letter, mostly about {t}",
  "walked home together and spoke of {u}",
  "sent photographs of the new classrooms",
]
MATTERS = {
  "story": [
    "her first year as head, with forty new teachers",
    "how {t} began with one borrowed room",
    "the winter the heating failed and the whole school moved into the hall",
  ],
  "challenge": [
    "recruiting maths teachers #recruiting",
    "finding time for {t}",
    "a board that hears only numbers",
  ],
  "idea": [
    "pair every new teacher with someone from another subject",
    "begin meetings with {t} instead of ending there",
  ],
  "ask": ["someone who knows about {t}", "a translator for two evenings #languages"],
  "offer": ["a spare desk on Fridays", "an hour a week for anyone new to {t}"],
  "gave": [
    "two contacts in maths departments",
    "an evening with her draft on {t}",
    "the good ladder, for keeps",
  ],
  "got": ["her induction plan", "honest words about {t}", "a box of books for the shelf by the door"],
  "thanks": ["for the lift home, and the talk about {t}", "for the soup"],
}
TASKS = [
  "send {m} the reading list on {t}",
  "book the small hall for an evening on {t}",
  "ask {m} how the talk went",
  "return the good ladder",
  "write to {m} about {t} #letters",
]
TITLES = [
  "Coffee with {p}",
  "Walk along the canal with {p}",
  "Planning {t} with {p}",
  "Call with {p}",
  "Supper at home: {p}",
  "Leaders' breakfast, next to {p}",
  "{t}: an hour with {p}",
]
