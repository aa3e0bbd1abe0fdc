import { asMap } from '../../istio/index.ts';
import { Fields, objections } from '../../traffic/index.ts';
import type { Report } from './report.ts';
import { readYaml, reportByPath, type YamlPart } from './yaml-part.ts';

/** What the head of a lesson says. */
export interface FrontMatter {
  readonly id?: string;
  readonly title: string;
  readonly minutes: number;
  readonly summary: string;
  readonly learned: readonly string[];
  readonly trap: string;
}

const HEAD = /^\ufeff?---[ \t]*\r?\n/;
const END = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;

const HOW = 'A lesson begins with a line "---", then "title:" and "minutes:", then another line "---".';

/** Reads the lines between the first `---` and the next. `end` is where the Markdown begins. */
export function readFrontMatter(
  text: string,
  report: Report,
): { readonly head: FrontMatter; readonly end: number } {
  const found = headPart(text);
  if (found === 'none') return { head: NOTHING, end: report.at(0, HOW) ?? 0 };
  if (found === 'open')
    return {
      head: NOTHING,
      end: report.at(0, `The head of this lesson does not end. ${HOW}`) ?? text.length,
    };
  const { part, end } = found;
  const before = report.found.length;
  const value = readYaml(part, report);
  const map = asMap(value);
  if (map) {
    const { found, say } = objections();
    const head = readHead(new Fields(map, [], say));
    reportByPath(part, found, report);
    return { head, end };
  }
  if (report.found.length === before) report.at(part.from, HOW);
  return { head: NOTHING, end };
}

/** The YAML of the head, and where the Markdown begins; `open` where the head does not end. */
export function headPart(text: string): { readonly part: YamlPart; readonly end: number } | 'none' | 'open' {
  const from = HEAD.exec(text)?.[0].length;
  if (from === undefined) return 'none';
  const close = END.exec(text.slice(from));
  if (!close) return 'open';
  return {
    part: { text: text.slice(from, from + close.index), from },
    end: from + close.index + close[0].length,
  };
}

const NOTHING: FrontMatter = { title: '', minutes: 0, summary: '', learned: [], trap: '' };

function readHead(fields: Fields): FrontMatter {
  const id = fields.text('id');
  const title = fields.text('title')?.trim() ?? '';
  const minutes = fields.number('minutes');
  const summary = fields.text('summary')?.trim() ?? '';
  const learned = fields.list('learned') ?? [];
  const trap = fields.text('trap')?.trim() ?? '';
  fields.done('The head of a lesson');
  if (!title) fields.say(Object.hasOwn(fields.map, 'title') ? 'title' : null, 'A lesson needs a "title".');
  if (minutes === undefined) {
    if (!Object.hasOwn(fields.map, 'minutes'))
      fields.say(null, 'Say with "minutes" how long the lesson takes, such as 8.');
  } else if (!Number.isInteger(minutes) || minutes < 1 || minutes > 240)
    fields.say('minutes', `"minutes" has to be a whole number from 1 to 240, not ${minutes}.`);
  if (id !== undefined && !/^[a-z0-9][a-z0-9-]{0,79}$/.test(id))
    fields.say(
      'id',
      'An "id" goes into links: small letters, digits and dashes, at most 80, such as "external-host".',
    );
  const texts = learned.filter((one) => typeof one === 'string');
  if (texts.length < learned.length) fields.say('learned', '"learned" has to be a list of sentences.');
  return { ...(id !== undefined && { id }), title, minutes: minutes ?? 0, summary, learned: texts, trap };
}
