import { MAX_LINK_CHARACTERS, type Refused } from './workspace-text.ts';

/** What a link to the page asks for. It stands in the URL's fragment, which no server sees. */
export interface Link {
  /** A workspace, as `workspaceText` writes it. */
  readonly workspace?: string;
  /** A lesson by its id, of the pack where one is named, else of the built-in course. */
  readonly lesson?: string;
  /** Which of its steps, from 0. */
  readonly step?: number;
  /** A file beside `index.html`, as a relative path. */
  readonly pack?: string;
  /** A pack of lessons that the link itself carries, written as a workspace is. */
  readonly lessons?: string;
  /** In presenter mode, for a trainer's projector. */
  readonly present?: boolean;
}

const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
/** Whether it names a pack beside the page: a relative path that leads nowhere else. */
export const isPackAddress = (address: string): boolean => PACK.test(address);

const PACK = /^\w[\w. -]*(?:\/\w[\w. -]*)*\.(?:zip|md)$/i;

/** `#lesson=external-host/2&pack=class.zip`; empty for a link that asks for nothing. Steps count from 1 there, as people do. */
export function linkFragment({ workspace, lesson, step, pack, lessons, present }: Link): string {
  const parts = [
    ...(pack === undefined ? [] : [`pack=${encodeURI(pack)}`]),
    ...(lesson === undefined ? [] : [`lesson=${lesson}${step === undefined ? '' : `/${step + 1}`}`]),
    ...(present === true ? ['present'] : []),
    ...(workspace === undefined ? [] : [`workspace=${workspace}`]),
    ...(lessons === undefined ? [] : [`lessons=${lessons}`]),
  ];
  return parts.length ? `#${parts.join('&')}` : '';
}

/** What a fragment asks for; an empty link for one that asks for nothing of ours. */
export function readLink(fragment: string): Link | Refused {
  const text = fragment.replace(/^#/, '');
  if (text.length > MAX_LINK_CHARACTERS + 1000)
    return {
      refused: `This link is longer than ${MAX_LINK_CHARACTERS} characters, more than is opened. Ask for the files instead.`,
    };
  const said = new Map(
    text.split('&').map((part): [string, string] => {
      const at = part.indexOf('=');
      return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
    }),
  );
  const [workspace, lessons] = [said.get('workspace'), said.get('lessons')];
  const pack = decoded(said.get('pack'));
  const [lesson, number] = (said.get('lesson') ?? '').split('/');
  if (lesson && !ID.test(lesson)) return bad('lesson');
  if (number !== undefined && !/^[1-9]\d{0,2}$/.test(number)) return bad('step');
  if (said.has('pack') && (pack === undefined || !PACK.test(pack)))
    return {
      refused: `This link names a pack of lessons that is no file beside this page${elsewhere(pack)}. The page fetches nothing from elsewhere: where you trust it, download the file yourself, and drop it here.`,
    };
  return {
    ...(workspace !== undefined && { workspace }),
    ...(lesson && { lesson }),
    ...(lesson && number !== undefined && { step: Number(number) - 1 }),
    ...(pack !== undefined && { pack }),
    ...(lessons !== undefined && { lessons }),
    ...(said.has('present') && { present: true }),
  };
}

/** Which file it is, as it was written: for people to judge, not for the page to fetch. */
const elsewhere = (pack: string | undefined): string =>
  pack !== undefined && /^https?:\/\/\S{1,300}$/i.test(pack) ? `, but lies at ${pack}` : '';

const bad = (what: string): Refused => ({
  refused: `This link names a ${what} that cannot be: it was cut off or changed on its way. Ask for it again.`,
});

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
