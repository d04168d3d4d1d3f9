"""Makes notebooks of any size to measure with: invented, in several scripts, and the same in every run.

Every mention resolves and no rule has anything to report. People are mentioned only by records that come later
or by the meetings right after them, so a notebook can end behind any record.
"""

import datetime
import math
import pathlib
import random
import sys

LATIN_FIRST = """Amara Lena Jun Nadia Tomek Ibrahim Rosa Kofi Ingrid Mateo Aoife Priya Samuel Yara Dele Hanna Luca
Marisol Owen Fatou Elif Joana Piotr Sana Tariq Wanjiru Bea Anselm Noor Simone Thabo Greta Ravi Chiara Moana Idris
Vera Kalani Esther Bilal Zofia Linh Maeve Rafael Soraya Emeka Astrid""".split()
LATIN_LAST = """Okafor Petrova Tanaka Rahman Zieliński Sow Alvarez Mensah Lindqvist Duarte Byrne Raman Adeyemi Haddad
Fischer Romano Ortega Pryce Ndiaye Yıldız Ferreira Kowalska Malik Mwangi Marsh Weber Said Laurent Mokoena Brandt Iyer
Bianchi Kahale Osman Novák Akana Levi Khan Wójcik Nguyễn Dlamini Walsh Moreau Rezaei Obi Holm Castellanos Abara
Thistlewood Silva Katz Jónsdóttir Pereira Hughes Balogun Sato Vance Tembo Quist Marín""".split()

# For each script: parts of names, sentences, and what handles in Latin letters begin with.
SCRIPTS = {
  "cyrillic": (
    "Анна Мария Иван Ольга Пётр Елена Сергей Дарья Николай Вера Юрий Софья Фёдор Лидия Антон Ирина".split(),
    "Белова Соколова Волкова Морозова Зайцева Орлова Титова Жукова Крылова Панова Громова Рябова".split(),
    "Лес Гора Река Поле Роща Заря Мороз Весна Сокол Ветер Озеро Берег Камень Месяц Дождь Ручей".split(),
    ["Долго говорили о школе и о том, как удержать хороших учителей.",
     "Она рассказала, как начинала двадцать лет назад в деревне у реки.",
     "Договорились вместе прочитать книгу о наставничестве и обсудить её весной.",
     "Очень любит хор и выращивает помидоры на балконе."], "anya"),
  "arabic": (
    "مريم ليلى يوسف سلمى خالد هدى عمر نور سامي رنا فارس دانة ماجد لينا زياد هالة".split(),
    "سعيد منصور حسن كريم ناصر جميل راشد سليم وليد عادل فؤاد حبيب".split(),
    "الحسن النجار الخطيب العلي الشامي الكندي السيد البنا الحداد القاسم الزين الصباغ الراوي التميمي".split(),
    ["تحدثنا طويلا عن المدرسة وعن الطلاب الجدد في الحي.",
     "قالت إنها تعلمت الصبر من جدتها ومن سنوات التدريس الأولى.",
     "اتفقنا على أن نلتقي في المكتبة مرة كل شهر لنقرأ معا.",
     "يحب الخط والشعر القديم والقهوة بالهيل."], "mariam"),
  "japanese": (
    list("恵美優陽直真結明和千秋春夏光希悠"), list("子人太香介奈也樹斗花織理"),
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上".split(),
    ["学校のこれからについて、ゆっくり話した。", "若い先生をどう支えるか、よい考えをいくつも聞かせてくれた。",
     "春になったら、また図書館で会う約束をした。", "山歩きと古い地図が好きで、いつも水筒を持っている。"], "sato"),
  "devanagari": (
    "मीरा आशा रवि कमल सीमा अर्जुन लता मोहन गीता विजय राधा अनिल नीता सुरेश पूजा किरण".split(),
    "कुमार देवी लाल राज प्रसाद नाथ रानी चंद बाई दास मोहन किशोर".split(),
    "शर्मा वर्मा गुप्ता जोशी मिश्रा यादव पटेल नायर देसाई कुलकर्णी चौहान ठाकुर".split(),
    ["हमने नए स्कूल और पढ़ने की आदत के बारे में लंबी बात की।",
     "उन्होंने बताया कि पहले साल में सबसे कठिन क्या था।",
     "अगले महीने फिर मिलने और साथ में सूची बनाने की बात हुई।"], "meera"),
  "greek": (
    "Ελένη Νίκος Μαρία Γιώργος Σοφία Δημήτρης Άννα Κώστας Ειρήνη Πέτρος Ζωή Γιάννης".split(),
    "Αργυρώ Λουκάς Θάλεια Μάρκος Φωτεινή Ηλίας Δάφνη Στέφανος Χαρά Αντώνης Μυρτώ Θωμάς".split(),
    "Παππάς Βλάχος Γεωργίου Νικολάου Δήμου Οικονόμου Μακρής Ρήγας Λάμπρου Σταύρου Φωτίου Ζέρβας".split(),
    ["Μιλήσαμε για το σχολείο και για τα παιδιά που ήρθαν φέτος.",
     "Μας είπε πώς ξεκίνησε με τρεις μαθητές και ένα δανεικό πιάνο.",
     "Θα ξαναβρεθούμε την άνοιξη στη βιβλιοθήκη."], "eleni"),
}

ROLES = ["Head of School", "Educator and coach", "Maths teacher", "Potter", "School librarian", "Choir leader",
  "Runs the after-school garden", "Researcher on early reading", "Governor", "Lift engineer", "Tree nurseryman"]
ORGS = ["Katara International Academy", "Harbour Street Primary", "the river museum", "Northfield Adult College",
  "St Brigid's", "the Thursday choir", "Open Shelf Library", "Lycée du Lac"]
PLACES = ["Doha", "Hebden Bridge", "Lagos", "São Paulo", "Kraków", "Nairobi", "Montréal", "Kyoto", "Beirut", "Cork",
  "the café by the mill", "her kitchen, over soup", "platform 4, waiting for the late train"]
TAGS = ["education", "founder", "garden", "choir", "reading", "maths", "education/maths", "neighbours", "writing"]
LABELS = ["former colleague", "neighbour", "same choir", "shared an office in 2019", "next plot but one"]
TOPICS = ["staff wellbeing", "the first weeks of a new school", "reading aloud", "how to leave a job kindly",
  "what \"networking\" really means", "teacher pipelines", "a timetable with room to breathe", "grief and gardens",
  "parents' evenings", "bilingual coding", "the long winter", "a stubborn kiln", "mentoring across subjects"]
SENTENCES = ["We talked about {t}, and about {u}.", "She has thought more about {t} than anyone I know.",
  "They are patient, funny, and impossible to hurry; {t} is what lights them up.",
  "Runs the region's first programme of its kind, and would rather talk about {t}.",
  "Walked the long way round so that there was time for {t}.", "Loves Coltrane, dislikes telephones.",
  "We agreed on very little about {t}, and parted better friends for it.",
  "He listened for an hour before saying a word about {t}; then it was the right word.",
  "Her notes on {t} are at https://notes.example/{n} and worth an evening.",
  "I promised nothing, which was right: {t} can wait until after the exams.",
  "See also [the reading list](https://library.example/lists/{n}) and the code `shelf-{n}`."]
REMARKS = ["quick call, sounded tired; ask about the board next time", "ran into each other at the market, {t} again",
  "long letter, mostly about {t}", "walked home together and spoke of {u}", "sent photographs of the new classrooms"]
MATTERS = {"story": ["her first year as head, with forty new teachers", "how {t} began with one borrowed room",
    "the winter the heating failed and the whole school moved into the hall"],
  "challenge": ["recruiting maths teachers #recruiting", "finding time for {t}", "a board that hears only numbers"],
  "idea": ["pair every new teacher with someone from another subject", "begin meetings with {t} instead of ending there"],
  "ask": ["someone who knows about {t}", "a translator for two evenings #languages"],
  "offer": ["a spare desk on Fridays", "an hour a week for anyone new to {t}"],
  "gave": ["two contacts in maths departments", "an evening with her draft on {t}", "the good ladder, for keeps"],
  "got": ["her induction plan", "honest words about {t}", "a box of books for the shelf by the door"],
  "thanks": ["for the lift home, and the talk about {t}", "for the soup"]}
TASKS = ["send {m} the reading list on {t}", "book the small hall for an evening on {t}", "ask {m} how the talk went",
  "return the good ladder", "write to {m} about {t} #letters"]
TITLES = ["Coffee with {p}", "Walk along the canal with {p}", "Planning {t} with {p}", "Call with {p}",
  "Supper at home: {p}", "Leaders' breakfast, next to {p}", "{t}: an hour with {p}"]

assert math.gcd(len(LATIN_FIRST), len(LATIN_LAST)) == 1


class Notebook:
  """Writes one record after another and remembers whom it has written about."""

  def __init__(self, seed=20261114):
    self.random = random.Random(seed).random
    self.people = []
    self.meetings = 0
    self.counts = dict.fromkeys(SCRIPTS, 0)

  def records(self):
    """People and meetings without end, each as one text."""
    while True:
      for _ in range(4 if len(self.people) < 4 else 2):
        yield self.person()
      for _ in range(3):
        yield self.meeting()

  def pick(self, values):
    return values[int(self.random() * len(values))]

  def chance(self, share):
    return self.random() < share

  def fill(self, text):
    return text.format(t=self.pick(TOPICS), u=self.pick(TOPICS), n=int(self.random() * 1000), m=self.someone())

  def someone(self):
    """A mention, most often of someone lately written about."""
    if self.chance(0.7):
      return "@" + self.people[-1 - int(self.random() * min(40, len(self.people)))]
    return "@" + self.pick(self.people)

  def several(self, count):
    found = []
    for _ in range(count):
      mention = self.someone()
      if mention not in found:
        found.append(mention)
    return found

  def named(self):
    """A new name with its script, unlike every one before."""
    if self.chance(0.72):
      # The two lists have no common factor, so that pairs repeat only after all have been used.
      number = len(self.people)
      again = number // (len(LATIN_FIRST) * len(LATIN_LAST))
      middle = LATIN_LAST[again % len(LATIN_LAST)] + " " if again else ""
      return None, f"{LATIN_FIRST[number % len(LATIN_FIRST)]} {middle}{LATIN_LAST[number % len(LATIN_LAST)]}"
    script = self.pick(list(SCRIPTS))
    first, second, third = SCRIPTS[script][:3]
    number = self.counts[script]
    self.counts[script] += 1
    parts = [first[number % len(first)], second[number // len(first) % len(second)]]
    number //= len(first) * len(second)
    last = third[number % len(third)]
    # Once all have been used, a second family name tells people apart.
    more = third[number // len(third) % len(third)] if number >= len(third) else ""
    if script == "japanese":
      return script, f"{last}{more} {''.join(parts)}"
    return script, " ".join([*parts, *([more] if more else []), last])

  def person(self):
    script, name = self.named()
    number = len(self.people)
    slug = "-".join(name.lower().replace("'", " ").split())
    heading = f"# {name}"
    if self.chance(0.3):
      handle = slug
    elif script or self.chance(0.5):
      stem = SCRIPTS[script][4] if script else slug.split("-")[0]
      handle = f"{stem}-{number}"
      heading += f" @{handle}"
    else:
      handle = slug
      heading += f" @{handle}"
    lines = [heading]
    if self.people:
      self.fields(lines, number)
    else:
      lines.append("role: Head of School")
    self.people.append(handle)
    self.person_notes(lines, script)
    return "\n".join(lines) + "\n"

  def fields(self, lines, number):
    """The header; people are introduced by those who came before, so that no one introduces themselves."""
    lines.append(f"role: {self.pick(ROLES)}")
    if self.chance(0.6):
      lines.append(f"org: {self.pick(ORGS)}")
    if self.chance(0.6):
      lines.append(f"place: {self.pick(PLACES[:10])}")
    if self.chance(0.5):
      lines.append(f"email: person{number}@mail.example" + (" (work)" if self.chance(0.5) else ""))
    if self.chance(0.3):
      lines.append(f"phone: +44 20 {7000 + number // 10000 % 1000} {number % 10000:04d}")
    if self.chance(0.3):
      lines.append(f"birthday: --{1 + number % 12:02d}-{1 + number % 28:02d}")
    if self.chance(0.4):
      lines.append(f"met: {self.day(number)} school leaders' breakfast, {self.pick(PLACES[:10])}")
    if self.chance(0.5):
      lines.append(f"via: {self.someone()}")
    if self.chance(0.4):
      knows = [f"{mention} ({self.pick(LABELS)})" if self.chance(0.4) else mention for mention in self.several(3)]
      lines.append("knows: " + ", ".join(knows))
    if self.chance(0.3):
      lines.append("cadence: " + self.pick(["3 months", "weekly", "every 6 weeks", "yearly"]))
    if self.chance(0.5):
      lines.append("tags: " + " ".join("#" + tag for tag in dict.fromkeys([self.pick(TAGS), self.pick(TAGS)])))
    if self.chance(0.1):
      lines.append("instrument: cello")

  def person_notes(self, lines, script):
    if self.chance(0.8):
      lines += ["", *self.paragraph(script)]
    if self.chance(0.5):
      lines.append("")
      for _ in range(1 + int(self.random() * 3)):
        label = self.pick(list(MATTERS))
        lines.append(f"- {label}: {self.fill(self.pick(MATTERS[label]))}")
    if self.chance(0.4):
      lines.append("")
      for _ in range(1 + int(self.random() * 2)):
        lines.append(f"- {self.day(int(self.random() * 9000))} {self.fill(self.pick(REMARKS))}")
    lines.append("")

  def paragraph(self, script):
    sentences = SCRIPTS[script][3] if script and self.chance(0.7) else SENTENCES
    return [self.fill(self.pick(sentences)) for _ in range(1 + int(self.random() * 3))]

  def meeting(self):
    number = self.meetings
    self.meetings += 1
    people = self.several(1 + int(self.random() * 3))
    hour, quarter = 8 + number % 10, number // 10 % 4 * 15
    start = f"# {self.day(number // 40)} {hour:02d}:{quarter:02d}"
    if self.chance(0.2):
      lines = [f"{start} An hour about {self.pick(TOPICS)}", "with: " + ", ".join(people)]
    else:
      lines = [f"{start} {self.pick(TITLES).format(t=self.pick(TOPICS), p=' and '.join(people))}"]
    if self.chance(0.5):
      lines.append(f"place: {self.pick(PLACES)}")
    if self.chance(0.2):
      lines.append("tz: " + self.pick(["Asia/Qatar", "Europe/London", "Africa/Lagos", "Asia/Tokyo"]))
    if self.chance(0.7):
      lines += ["", *self.paragraph(self.pick([None, None, None, *SCRIPTS]))]
    if self.chance(0.1):
      lines += ["", "## Afterwards", "", *self.paragraph(None)]
    lines.append("")
    for _ in range(1 + int(self.random() * 4)):
      self.meeting_item(lines, people)
    if self.chance(0.15):
      lines += ["> The best networks feed the people at their edges."]
    if self.chance(0.02):
      lines += ["", "```", "09:00 welcome, and the coffee that was promised", "09:30 reading aloud", "```"]
    lines.append("")
    return "\n".join(lines) + "\n"

  def meeting_item(self, lines, people):
    if self.chance(0.3):
      box, end = self.pick([("[ ]", "due"), ("[x]", "done")])
      text = self.fill(self.pick(TASKS))
      owner = self.pick(people)
      if self.chance(0.3) and owner not in text:
        text = f"{owner}: {text}"
      lines.append(f"- {box} {text} {end}:{self.day(int(self.random() * 9000))}")
    elif self.chance(0.1) and len(people) > 1:
      lines.append(f"- intro {people[0]}, {people[1]}: both are thinking about {self.pick(TOPICS)}")
    else:
      label = self.pick(list(MATTERS))
      lines.append(f"- {label} {self.pick(people)}: {self.fill(self.pick(MATTERS[label]))}")
    if self.chance(0.15):
      lines.append("  - it arrived the same evening")

  def day(self, number):
    return datetime.date(2000, 1, 1).fromordinal(730120 + number % 9700).isoformat()


def make(folder, size, files=1000):
  """Writes about `size` bytes as `folder/one/all.net` and, the same text, as up to `files` files in `folder/many`.

  Returns the number of files.
  """
  folder = pathlib.Path(folder)
  parts, part, written, limit = [], [], 0, size / files
  for record in Notebook().records():
    text = record.encode()
    part.append(text)
    written += len(text)
    if written >= limit * (len(parts) + 1) or written >= size:
      parts.append(b"".join(part))
      part = []
    if written >= size:
      break
  for name in ("one", "many"):
    (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / name / ".kith.json").write_text('{"notation": 1}\n')
  (folder / "one" / "all.net").write_bytes(b"".join(parts))
  for index, text in enumerate(parts):
    subfolder = folder / "many" / f"{index // 100:02d}"
    subfolder.mkdir(exist_ok=True)
    (subfolder / f"{index:04d}.net").write_bytes(text)
  return len(parts)


if __name__ == "__main__":
  if len(sys.argv) != 3:
    sys.exit("usage: corpus.py FOLDER BYTES")
  print(make(sys.argv[1], int(sys.argv[2])))
