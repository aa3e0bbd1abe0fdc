/** What the address of an embedded page asks for, beside what it shows. */
export interface EmbedOptions {
  readonly editable: boolean;
  readonly panes: 'both' | 'canvas' | 'yaml';
  readonly theme: 'light' | 'dark' | 'system';
  /** A resource as `Kind/namespace/name`. */
  readonly select: string | null;
  /** Only the ways of what is selected are drawn. */
  readonly focus: boolean;
  /** A request, by its URL, whose way is shown, and the namespace that it comes from. */
  readonly request: string | null;
  readonly from: string | null;
  /** The one origin that may talk with the page; null: none. */
  readonly messages: string | null;
  /** What was asked for and cannot be, each as a sentence. */
  readonly objections: readonly string[];
}

const MAX = 2_000;

/** Reads `?embed&panes=canvas&theme=dark…`; null where the page is not asked to be embedded. What it does not know it objects to, and goes by the default. */
export function readEmbed(search: string): EmbedOptions | null {
  const asked = new URLSearchParams(search);
  const embed = asked.get('embed');
  if (embed === null) return null;
  const objections: string[] = [];
  const one = <T extends string>(name: string, value: string | null, known: readonly T[], usual: T): T => {
    const found = known.find((each) => each === (value || usual));
    if (found === undefined)
      objections.push(`“${name}=${value?.slice(0, 40)}” is not known here: it can be ${known.join(', ')}.`);
    return found ?? usual;
  };
  const text = (name: string): string | null => asked.get(name)?.slice(0, MAX) || null;
  const theme = one('theme', asked.get('theme'), ['auto', 'light', 'dark'], 'auto');
  const messages = asked.get('messages');
  const origin = messages === null ? null : originOf(messages);
  if (messages !== null && origin === null)
    objections.push(
      'Messages are off: “messages” has to be one whole origin, such as https://docs.example, and nothing more.',
    );
  return {
    editable: one('embed', embed, ['view', 'edit'], 'view') === 'edit',
    panes: one('panes', asked.get('panes'), ['both', 'canvas', 'yaml'], 'both'),
    theme: theme === 'auto' ? 'system' : theme,
    select: text('select'),
    focus: asked.has('focus') && asked.get('focus') !== '0',
    request: text('request'),
    from: text('from'),
    messages: origin,
    objections,
  };
}

/** An origin that is written exactly as the browser tells of it; null for anything else, `*` and `null` among it. */
function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { origin, protocol } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && origin === text ? text : null;
}

/** The query of an address that asks for this. */
export function embedQuery(options: Partial<Omit<EmbedOptions, 'objections'>>): string {
  const { editable, panes, theme, select, focus, request, from, messages } = options;
  const asked = new URLSearchParams();
  if (panes && panes !== 'both') asked.set('panes', panes);
  if (theme && theme !== 'system') asked.set('theme', theme);
  if (select) asked.set('select', select);
  if (focus) asked.set('focus', '1');
  if (request) asked.set('request', request);
  if (from) asked.set('from', from);
  if (messages) asked.set('messages', messages);
  const more = asked.toString();
  return `?embed${editable ? '=edit' : ''}${more ? `&${more}` : ''}`;
}
