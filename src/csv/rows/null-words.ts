// Lists the null texts of programs and of many languages, written for a missing name or date.

// Letters and digits only, in lower case: "N/A", "n.a." and "<NA>" are equal.
const wordsOfPrograms =
  "null nil none nan na nat void undefined undef empty blank missing unset notset notavailable notapplicable nodata novalue";
const wordsOfPeople = [
  "unknown noname notprovided notspecified unspecified notgiven anonymous",
  "ka nv keineangabe keineangaben unbekannt leer nichtangegeben nichtvorhanden ohneangabe keine entfällt",
  "nd nc néant vide aucun aucune inconnu inconnue nonrenseigné nondisponible nondéfini sansobjet",
  "sd sindatos vacío ninguno ninguna desconocido desconocida nodisponible noaplica sinnombre sinespecificar",
  "nessuno nessuna vuoto sconosciuto sconosciuta nondisponibile nonspecificato",
  "vazio nenhum nenhuma desconhecido desconhecida nãoinformado nãodisponível semdados semnome",
  "nvt leeg geen onbekend brak brakdanych nieznany nieznana puste niedotyczy niepodano",
  "saknas okänd tomt ingen ukjent ukendt mangler eitietoa tyhjä puuttuu tuntematon",
  "žádný prázdné neznámý neuvedeno neznámy neuvedené nincs üres ismeretlen nincsadat necunoscut lipsă yok boş bilinmiyor",
  "нет нетданных пусто неизвестно неизвестен неизвестный неуказано нд немає немаєданих невідомо невказано",
  "κενό άγνωστο άγνωστος κανένα لايوجد غيرمعروف فارغ אין לאידוע ריק",
  "なし 無し 未設定 不明 該当なし 空 无 無 未知 未设置 暂无 不详 未填写 없음 미상 해당없음 미설정",
  "khôngcó trống khôngrõ kosong tidakada tidakdiketahui tiada",
  "nepoznato nepoznat nepoznata bezimena prazno непознато нема няма неизвестна празно neznano ninema",
  "nėra nežinoma tuščia nenurodyta nav nezināms tukšs puudub teadmata tühi buit desconegut desconeguda senseindicar",
  "ไม่มี ไม่ทราบ ไม่ระบุ ว่าง कोईनहीं अज्ञात रिक्त उपलब्धनहीं نامشخص ندارد خالی არარის უცნობია ცარიელი óþekkt ekkert",
];
const nullWords = new Set([wordsOfPrograms, ...wordsOfPeople].join(" ").split(" "));

// Texts of a date column for a user who never signed in, and for a date that does not exist.
const never =
  /^(?:never|not (?:yet|ever|once)|no (?:login|sign|activity|visit|record)|nie(?:mals)?\b|noch (?:nie|nicht|kein)|kein|jamais|pas encore|aucun|nunca|a[uú]n no|todav[ií]a no|ainda n[aã]o|sin |sem |mai\b|non ancora|nessun|nooit|nog (?:nooit|niet|geen)|nigdy|jeszcze nie|aldrig?\b|inte |ikke |ei (?:koskaan|vielä|ole)|nikdy|ješt[eě] n|soha|még nem|niciodat[aă]|încă nu|asla|hiç|henüz|никогда|ни разу|нико|ещ[её] н|не (?:вход|заход)|ніколи|ще не|ποτέ|όχι|أبد|لم |מעולם|אף פעם|לא |从|從|尚未|未|まだ|一度も|ない|안 |기록|한 번도|chưa|belum|tidak pernah|kabhi|कभी|nika[dk]|još n|nikoli|še n|никад|още не|никогаш|niekada|dar ne|nekad|vēl n|mitte|kunagi|pole |ไม่เคย|ยังไม่|هرگز|هنوز|არასდროს|არასოდეს|encara no|cap\b|aldrei|ekki)/iu;
const invalid = /^(?:invalid|ungültig|(?:date |fecha |data )?(?:non |no )?v[aá]lid|date (?:non )?(?:in)?valide)/iu;
// Errors of spreadsheets in any language: #REF!, #N/A, #WERT!, #¡VALOR!, #Н/Д.
const spreadsheetError = /^#[\p{L}\d/!?¡¿. ]{1,14}$/u;
const zeros = /^[-+]?0[0\s:.,/TZ+年月日-]*$/;
// Dashes, dots and question marks.
const noLetters = /^(?:[\p{P}\p{S}]\s*)+$/u;

/** True for a text that means "no date", whatever the other rows contain. */
export function isDateNullText(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === "-1" || zeros.test(trimmed)) return true;
  return (
    isMarkedNullText(trimmed) || never.test(withoutBrackets(trimmed)) || invalid.test(trimmed) || isNullWord(trimmed)
  );
}

/** True for a text that means "no name", whatever the other rows contain. */
export function isNameNullText(text: string): boolean {
  const trimmed = text.trim();
  // Several question marks are letters that were lost.
  if (/\?.*\?/.test(trimmed)) return false;
  return isMarkedNullText(trimmed) || (isNullWord(trimmed) && !mayBeName(trimmed));
}

function isMarkedNullText(text: string): boolean {
  return noLetters.test(text) || text === "\\N" || spreadsheetError.test(text);
}

/** True for a word that programs or people write for a missing value, in many languages; some of them are also names. */
export function isNullWord(text: string): boolean {
  return nullWords.has(text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, "")) && text !== "N";
}

// Na, Ka, Nan, None, Blank and Leer are names of people; "NA", "n.a." and "(none)" are not. "Null" is offered nevertheless.
function mayBeName(text: string): boolean {
  return /^\p{Lu}\p{Ll}{1,6}$/u.test(text) && text !== "Null" && !unlikelyNames.test(text);
}

const unlikelyNames = /^(?:un|in|des|не|neuv)/iu;

function withoutBrackets(text: string): string {
  return text.replace(/^[\s([{<*"'–—-]+/, "");
}
