/** What a fenced block of a lesson can be; any other is code to be shown. */
export const BLOCKS = ['start', 'solution', 'goals', 'look', 'hint', 'notes'] as const;
export type BlockWord = (typeof BLOCKS)[number];

/** A fenced block: ```` ```yaml start file=shop.yaml ````. Offsets are of the lesson's text. */
export interface Fence {
  /** The words behind the fence. */
  readonly info: readonly string[];
  /** Where the fence begins, and where what is in it begins. */
  readonly from: number;
  readonly inside: number;
  readonly text: string;
  readonly closed: boolean;
}

/** A fence that means something. */
export interface Block extends Fence {
  readonly word: BlockWord;
  readonly attributes: Readonly<Record<string, string>>;
}

const LANGUAGES = /^(ya?ml|md|markdown|text)$/i;
const isBlockWord = (word: string): word is BlockWord => (BLOCKS as readonly string[]).includes(word);

/** The fence as a block; a word that was meant for one but is none as `unknown`; undefined for code. */
export function blockOf(fence: Fence): Block | { readonly unknown: string } | undefined {
  const [first = '', second = ''] = fence.info;
  const hasLanguage = LANGUAGES.test(first);
  const word = hasLanguage ? second : first;
  const rest = fence.info.slice(hasLanguage ? 2 : 1);
  if (isBlockWord(word)) return { ...fence, word, attributes: attributesOf(rest) };
  // `yaml` alone is code to be shown, and so is any other language; `yaml somthing` wants to be a block.
  return hasLanguage && /^[a-z]+$/i.test(word) ? { unknown: word } : undefined;
}

/** `file=shop.yaml` and `file="my shop.yaml"`; a word alone is an attribute without value. */
function attributesOf(words: readonly string[]): Readonly<Record<string, string>> {
  const entries = words.map((word): [string, string] => {
    const at = word.indexOf('=');
    return at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1).replaceAll(/^"|"$/g, '')];
  });
  return Object.fromEntries(entries);
}

/** The words of an info string; quotes hold words together. */
export const infoWords = (info: string): readonly string[] => info.match(/(?:[^\s"]+|"[^"]*")+/g) ?? [];
