import { deflateSync } from 'fflate';
import { asMap, isScenarioFile } from '../../istio/index.ts';
import { Fields, objections, readRequest, requestValue, type Request } from '../../traffic/index.ts';
import type { TextFile } from '../../text/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { inflateWithin } from './inflate.ts';

/** A whole workspace, to be carried by a link. */
export interface SharedWorkspace {
  readonly name: string;
  readonly files: readonly TextFile[];
  /** What stands in “Send a request”. */
  readonly request?: Request;
  /** The scenario, one of the files, on which the load lab opens. */
  readonly lab?: string;
}

/** What of a link cannot be opened, as whole sentences: what it is, and what to do. */
export interface Refused {
  readonly refused: string;
}

/** How the text behind it was made, so that a later way can be told from this one: deflate, then base64url. */
const CODEC = 'd1.';
const CODECS = /^[a-z]\d+\./;

/** A link's workspace may be so long, in characters: what browsers, and most of what passes links on, still take. */
export const MAX_LINK_CHARACTERS = 64_000;

/** And so large when it is unpacked, in bytes: fifty times what the longest link honestly holds of YAML. */
const MAX_BYTES = 4_000_000;
const MAX_FILES = 500;
const LONGEST_PATH = 1_000;

/** The workspace as text for a URL's fragment. Pure: the same files, the same text. Its length says whether a link can carry it. */
export function workspaceText({ name, files, request, lab }: SharedWorkspace): string {
  const json = JSON.stringify({
    name,
    files: files.map(({ path, text }) => [path, text]),
    ...(request && { request: requestValue(request) }),
    ...(lab !== undefined && { lab }),
  });
  const bytes = new TextEncoder().encode(json);
  const packed = deflateSync(bytes, { level: 9 });
  const whole = new Uint8Array(4 + packed.length);
  new DataView(whole.buffer).setUint32(0, adler32(bytes));
  whole.set(packed, 4);
  return CODEC + toBase64url(whole);
}

/** Whether a link can carry these files at all, however well they pack: what is larger is not unpacked again. */
export const isShareable = ({ name, files }: SharedWorkspace): boolean =>
  files.length <= MAX_FILES &&
  files.every(({ path }) => path.length <= LONGEST_PATH) &&
  files.reduce((sum, { path, text }) => sum + 2 * (path.length + text.length), name.length) <= MAX_BYTES;

const AGAIN = 'Ask for the link again, or for the files.';
const CUT: Refused = {
  refused: `This link was cut off or changed on its way: what it carries cannot be read. ${AGAIN}`,
};
const TOO_LARGE: Refused = {
  refused: `This link unfolds into far more than any workspace holds, so it was not opened. ${AGAIN}`,
};

/** The workspace that `workspaceText` wrote. Comes from strangers: bounded in what it may unfold into, and nothing of it is trusted. */
export function workspaceFromText(text: string): SharedWorkspace | Refused {
  if (!/^[a-z]\d+\./.test(text)) return CUT;
  if (!text.startsWith(CODEC))
    return {
      refused: CODECS.test(text)
        ? 'This link was made by a newer Meshwright and cannot be read by this one. Reload the page to get the newest, then open the link again; or ask for the files.'
        : CUT.refused,
    };
  if (text.length > MAX_LINK_CHARACTERS)
    return {
      refused: `This link is longer than ${MAX_LINK_CHARACTERS} characters, more than is opened. ${AGAIN}`,
    };
  const whole = fromBase64url(text.slice(CODEC.length));
  if (!whole || whole.length < 5) return CUT;
  const bytes = inflateWithin(whole.subarray(4), MAX_BYTES);
  if (bytes === 'too-large') return TOO_LARGE;
  if (!bytes || new DataView(whole.buffer).getUint32(0) !== adler32(bytes)) return CUT;
  return shapeOf(bytes) ?? CUT;
}

function shapeOf(bytes: Uint8Array): SharedWorkspace | Refused | undefined {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, files, request, lab } = value as {
    readonly name?: unknown;
    readonly files?: unknown;
    readonly request?: unknown;
    readonly lab?: unknown;
  };
  if (typeof name !== 'string' || !Array.isArray(files)) return undefined;
  if (files.length > MAX_FILES) return TOO_LARGE;
  const read = files.flatMap((pair: unknown) => fileOf(pair) ?? []);
  const paths = new Set(read.map(({ path }) => path));
  if (read.length !== files.length || paths.size !== read.length) return undefined;
  const asked = requestOf(request);
  // The files are worth opening without it.
  const shown = typeof lab === 'string' && paths.has(lab) && isScenarioFile(lab) ? lab : undefined;
  return {
    name: name.slice(0, 200),
    files: read,
    ...(asked && { request: asked }),
    ...(shown !== undefined && { lab: shown }),
  };
}

/** The request, where it is one that can be sent: the files are worth opening without it. */
function requestOf(value: unknown): Request | undefined {
  const map = asMap(value as YamlValue);
  return map && readRequest(new Fields(map, [], objections().say));
}

function fileOf(pair: unknown): TextFile | undefined {
  if (!Array.isArray(pair) || pair.length !== 2) return undefined;
  const [path, text] = pair as readonly unknown[];
  const named = typeof path === 'string' && path !== '' && path.length <= LONGEST_PATH;
  return named && typeof text === 'string' ? { path, text } : undefined;
}

/** The checksum of zlib (RFC 1950): deflate alone would not notice a letter that was changed. */
function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return ((b << 16) | a) >>> 0;
}
