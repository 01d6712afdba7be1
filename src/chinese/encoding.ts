/**
 * A guess at the encoding of a text that is not UTF-8, for the message about it.
 *
 * Big5 and GB18030 take each other's bytes, so only the outcome tells: read rightly, a
 * text is full of the commonest 漢字 and of Chinese punctuation; read wrongly, of rare
 * ones. A guess is sure only if nothing else comes near it; then a writer may have the
 * file converted on the strength of it.
 */

export interface EncodingGuess {
  /** A name that `TextDecoder` and `iconv` know. GBK and GB2312 are told as `gb18030`, which holds them. */
  readonly name: 'big5' | 'gb18030' | 'shift_jis' | 'utf-16le' | 'utf-16be';
  /** Whether it may be relied on: the text is sound and says enough, and no other encoding comes near. */
  readonly sure: boolean;
  /** The first characters with Chinese in them, on one line, at most 20. */
  readonly sample: string;
}

type Encoding = EncodingGuess['name'];

const ENCODINGS: readonly Encoding[] = ['gb18030', 'big5', 'utf-16le', 'utf-16be', 'shift_jis'];
const BYTES_READ = 64 * 1024;
const SAMPLE_LENGTH = 20;
/** Three of the commonest characters: less than that may be chance. */
const ENOUGH = 9;
/** Control characters, and what ICU makes of the byte FF, which stands for nothing in any of these. */
const NO_TEXT = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\uf8f0-\uf8ff\ufffd]/;
/** Where no standard says what a character is: in Big5 the additions of vendors, and those of Hong Kong as ICU knows them. */
export const PRIVATE_USE = /[\ue000-\uf8ff]/;
const HAN_OR_KANA = /[\u3040-\u30ff\u3400-\u9fff]/;

/** The commonest 漢字 of written Chinese, Traditional and Simplified. */
const COMMON = new Set(
  '的一是不了在人有我他這这個个們们中來来上大為为和國国地到以說说時时要就出會会可也你對对生能而子那得于於著着下自之年過过發发後后作里裡用道行所然家種种事成方多經经麼么去法學学如都同現现當当沒没動动面起看定天分還还進进好小部其些主樣样理心她本前開开但因只從从想實实日軍军者意無无力它與与長长把機机十民第公此已工使情明性知全三又關关點点正業业外將将兩两高間间由問问很最重並并物手應应戰战向頭头文體体政美相見见被利什二等產产或新己制身果加西斯月話话合回特代內内信表化老給给世位次度門门任常先海通教兒儿原東东聲声提立及比員员解水名真論论處处走義义各入幾几口認认條条平系氣气題题活爾尔更別别打女變变四神總总何電电數数安少報报才結结反受目太量再感建務务做接必場场件計计管期市直德資资命山金指克許许統统區区保至隊队形社便空決决治展馬马科司五基眼書书非則则聽听白卻却界達达光放強强即像難难且權权思王象完設设式色路記记南品住告類类求據据程北邊边死張张該该交規规萬万取拉格望覺觉術术領领共確确傳传師师觀观清今切院讓让識识候帶带導导爭争運运筆笔寫写章篇標标簡简單单測测試试網网站文讀读習习圖图字碼码例函式演算模型分類' +
    '請请謝谢愛爱歡欢迎隨随件夾夹檔档首頁页客部落格日誌志標籤签',
);
const PUNCTUATION = new Set('，。、：；「」『』（）！？《》〈〉【】“”…—　');

/**
 * The most probable encoding of bytes that are not UTF-8, with a sample to judge it by;
 * `undefined` if none of those for Chinese and Japanese makes sense of them, and for
 * UTF-8 in which only a few bytes are damaged.
 */
export function guessEncoding(bytes: Uint8Array): EncodingGuess | undefined {
  const read = bytes.subarray(0, BYTES_READ);
  const marked = readByteOrderMark(read);
  if (marked)
    return {
      name: marked,
      sure: decodeStrictly(marked, bytes) !== undefined,
      sample: takeSample(decode(marked, read)),
    };
  if (isDamagedUtf8(read)) return undefined;
  const scores = ENCODINGS.map((name) => ({ name, score: scoreText(decode(name, read), name) }));
  const [best, second] = scores.sort((a, b) => b.score - a.score);
  if (!best || best.score <= 0) return undefined;
  const text = decode(best.name, read);
  if (!HAN_OR_KANA.test(text)) return undefined;
  const isFarAhead = best.score >= ENOUGH && best.score >= 2 * (second?.score ?? 0);
  return {
    name: best.name,
    sure: isFarAhead && isCertain(decodeStrictly(best.name, bytes)),
    sample: takeSample(text),
  };
}

/**
 * Bytes as text without a byte order mark; `undefined` if they are no text of that
 * encoding: not all of them stand for characters, or some for control characters.
 *
 * @throws RangeError for an encoding that nobody knows
 */
export function decodeStrictly(encoding: string, bytes: Uint8Array): string | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    const text = decoder.decode(bytes).replace(/^\ufeff/, '');
    return NO_TEXT.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

function isCertain(text: string | undefined): boolean {
  return text !== undefined && !PRIVATE_USE.test(text);
}

/** Bytes as text for people to look at: in the encoding they seem to be in, else as UTF-8 with its faults. */
export function decodeSomehow(bytes: Uint8Array): string {
  return decode(guessEncoding(bytes)?.name ?? 'utf-8', bytes);
}

function readByteOrderMark([first, second, third, fourth]: Uint8Array): Encoding | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0x84 && second === 0x31 && third === 0x95 && fourth === 0x33 ? 'gb18030' : undefined;
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Whether the bytes make far more characters of UTF-8 than faults in it. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let faults = 0;
  let characters = 0;
  for (const char of decode('utf-8', bytes)) {
    if (char === '\ufffd') faults++;
    else if (char > '\u007f') characters++;
  }
  return characters > faults * 3;
}

/** What a text looks like if it was read as `encoding`: the sum of what its characters tell for and against. */
function scoreText(text: string, encoding: Encoding): number {
  const usual = findUsual(encoding);
  let score = 0;
  for (const char of text) if (char > '\u007e' || char < ' ') score += scoreCharacter(char, usual);
  return score;
}

function scoreCharacter(char: string, usual: ReadonlySet<string>): number {
  if (COMMON.has(char)) return 3;
  if (PUNCTUATION.has(char)) return 2;
  if (/[\t\n\r]/.test(char)) return 0;
  if (/[\u3400-\u9fff]/.test(char)) return usual.has(char) ? 0.7 : -1;
  if (/[\u3040-\u30ff]/.test(char)) return usual.has(char) ? 2 : -1;
  if (/[\ufffd\ue000-\uf8ff\u0000-\u001f\u007f-\u009f]/.test(char)) return -6;
  return -1.5;
}

const usualOf = new Map<Encoding, ReadonlySet<string>>();

/** The characters to which an encoding gives its first rows, because they are the usual ones. Those of UTF-16 are those of all. */
function findUsual(encoding: Encoding): ReadonlySet<string> {
  let usual = usualOf.get(encoding);
  if (!usual) {
    usual = new Set(decodeRows(encoding));
    usualOf.set(encoding, usual);
  }
  return usual;
}

function decodeRows(encoding: Encoding): string {
  if (encoding === 'gb18030') return decodePairs(encoding, 0xb0, 0xd7, 0xa1);
  if (encoding === 'big5') return decodePairs(encoding, 0xa4, 0xc6, 0x40);
  if (encoding === 'shift_jis')
    return decodePairs(encoding, 0x82, 0x83, 0x40) + decodePairs(encoding, 0x88, 0x97, 0x40);
  return decodePairs('gb18030', 0xb0, 0xd7, 0xa1) + decodePairs('big5', 0xa4, 0xc6, 0x40);
}

function decodePairs(encoding: Encoding, firstRow: number, lastRow: number, firstCell: number): string {
  const pairs: number[] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    for (let cell = firstCell; cell <= 0xfe; cell++) pairs.push(row, cell, 0x0a);
  }
  return decode(encoding, Uint8Array.from(pairs)).replace(/[\x00-\x7f\ufffd]/g, '');
}

/** The first characters with Chinese in them, or else the first at all. */
function takeSample(text: string): string {
  const first = Math.max(0, text.search(HAN_OR_KANA));
  const lineStart = text.lastIndexOf('\n', first) + 1;
  const line = text.slice(lineStart).split(/[\r\n]/, 1)[0] ?? '';
  const start = Math.max(0, first - lineStart - SAMPLE_LENGTH / 2);
  return [...line.slice(start)].slice(0, SAMPLE_LENGTH).join('');
}
