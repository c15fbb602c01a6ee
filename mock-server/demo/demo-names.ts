// Names for the demo's people, each with the letters that stand for it in an email address.

/** A name as it is written, and as an address spells it. */
type SpelledName = readonly [written: string, spelled: string];

/** Given and family names that go together. */
export interface Naming {
  readonly given: readonly SpelledName[];
  readonly family: readonly SpelledName[];
  /** The family name is written first. */
  readonly isFamilyFirst?: boolean;
}

/** Namings from around the world; every spelling is plain ASCII. */
export const namings: readonly Naming[] = [
  {
    given: spell("Anna Lukas Jürgen:juergen Zoë:zoe Thomas Käthe:kaethe Jörg:joerg Marie Felix Björn:bjoern"),
    family: spell("Müller:mueller Schmidt Groß:gross Weber Bäcker:baecker Fischer Köhler:koehler Lang Vogt"),
  },
  {
    given: spell("Emma Liam Olivia Noah Grace Jack Sean Mary-Jane:maryjane Ruby Oscar Leo"),
    family: spell(
      "Smith O'Neill:oneill Taylor Brown MacDonald:macdonald Wright Smith-Jones:smithjones Young D'Arcy:darcy",
    ),
  },
  {
    given: spell("Léa:lea René:rene Chloé:chloe Hugo Inès:ines François:francois Jean-Luc:jeanluc Élodie:elodie"),
    family: spell("Dupont Lefèvre:lefevre Moreau Besançon:besancon Gauthier L'Hôpital:lhopital Noël:noel Roux"),
  },
  {
    given: spell("José:jose Lucía:lucia Iñigo:inigo Carmen Álvaro:alvaro Sofía:sofia Begoña:begona Pablo"),
    family: spell("García:garcia Muñoz:munoz López:lopez Ibáñez:ibanez Navarro Peña:pena Ruiz Gómez:gomez"),
  },
  {
    given: spell("Łukasz:lukasz Małgorzata:malgorzata Jiří:jiri Šárka:sarka Zoltán:zoltan Ewa Ondřej:ondrej"),
    family: spell("Wójcik:wojcik Kowalski Dvořák:dvorak Nagy Szabó:szabo Nowak Černý:cerny Żak:zak"),
  },
  {
    given: spell("Søren:soren Åsa:asa Ingrid Øyvind:oyvind Linnéa:linnea Þór:thor Mikko Päivi:paivi"),
    family: spell("Sørensen:sorensen Ångström:angstrom Hansen Virtanen Næss:naess Lindqvist Jónsson:jonsson"),
  },
  {
    given: spell("Юлия:yuliya Иван:ivan Ольга:olga Дмитрий:dmitriy Наталья:natalya Сергей:sergey"),
    family: spell("Шевченко:shevchenko Коваленко:kovalenko Бондарь:bondar Мороз:moroz Лысенко:lysenko"),
  },
  {
    given: spell("Ελένη:eleni Γιώργος:giorgos Μαρία:maria Νίκος:nikos Σοφία:sofia"),
    family: spell("Παππάς:pappas Νικολάου:nikolaou Δήμου:dimou Ιωάννου:ioannou Βλάχος:vlachos"),
  },
  {
    given: spell("İpek:ipek Çağla:cagla Mehmet Gökhan:gokhan Ayşe:ayse Ümit:umit Işıl:isil"),
    family: spell("Yılmaz:yilmaz Öztürk:ozturk Şahin:sahin Kaya Çelik:celik Doğan:dogan"),
  },
  {
    given: spell("محمد:mohammed فاطمة:fatima علي:ali ليلى:layla يوسف:yousef"),
    family: spell("حداد:haddad منصور:mansour خوري:khoury سليمان:suleiman"),
  },
  {
    given: spell("ליאת:liat דוד:david נועה:noa יונתן:yonatan"),
    family: spell("לוי:levi כהן:cohen מזרחי:mizrahi פרץ:peretz"),
  },
  {
    given: spell("伟:wei 芳:fang 娜:na 静:jing 磊:lei 秀英:xiuying"),
    family: spell("王:wang 李:li 张:zhang 刘:liu 陈:chen 赵:zhao"),
    isFamilyFirst: true,
  },
  {
    given: spell("さくら:sakura 健太:kenta 美咲:misaki 翔:sho 陽子:yoko"),
    family: spell("佐藤:sato 鈴木:suzuki 高橋:takahashi 田中:tanaka 渡辺:watanabe"),
    isFamilyFirst: true,
  },
  {
    given: spell("Priya Arjun अनिता:anita राहुल:rahul Lakshmi Nguyễn:nguyen Linh Siti"),
    family: spell("Sharma Iyer वर्मा:varma Reddy Trần:tran Pham Putri Nair"),
  },
];

function spell(names: string): SpelledName[] {
  return names.split(" ").map((name) => {
    const [written = "", spelled = written.toLowerCase()] = name.split(":");
    return [written, spelled];
  });
}
