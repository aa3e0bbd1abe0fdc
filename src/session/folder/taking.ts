import { parseDocument, splitDocuments } from '../../yaml/index.ts';
import { decodeFile, MAX_FILE_BYTES } from '../decode.ts';
import { cleanPath } from '../paths.ts';
import type { LeftAlone, LeftReason } from './left-alone.ts';

type Left = Omit<LeftAlone, 'path'>;

const CONFIGURATION = /\.(ya?ml|json)$/i;
/** Endings under which templates of YAML are kept. */
const TEMPLATE = /\.ya?ml\.(tpl|tmpl|gotmpl|j2|jinja2?|erb|mustache|hbs|in|template)$|\.(tpl|gotmpl)$/i;
/** Helm renders what is in here, and nothing else of a chart. https://helm.sh/docs/topics/charts/ */
const CHART_TEMPLATES = 'templates';
const CHART = 'Chart.yaml';

/** A folder that is not looked into, by its name; Git's own is no word worth. */
export function folderLeft(name: string, beside: ReadonlySet<string>): LeftReason | 'unspoken' | null {
  if (name === '.git') return 'unspoken';
  if (name === 'node_modules') return 'packages';
  if (name.startsWith('.')) return 'hidden';
  if (name === CHART_TEMPLATES && beside.has(CHART)) return 'chart-template';
  return null;
}

/** A file that is left alone whatever is in it. */
export function fileLeftByName(path: string): Left | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.startsWith('.')) return { reason: 'hidden' };
  if (TEMPLATE.test(name)) return { reason: 'template' };
  if (!CONFIGURATION.test(name)) return { reason: 'not-yaml' };
  if (cleanPath(path) !== path) return { reason: 'name' };
  return null;
}

export function fileLeftBySize(size: number): Left | null {
  if (size <= MAX_FILE_BYTES) return null;
  const is = Math.ceil(size / 1024 / 1024);
  return { reason: 'too-large', detail: `${is} MB; the limit is ${MAX_FILE_BYTES / 1024 / 1024} MB` };
}

/** The text of a file whose name may be configuration, or why it is left alone. */
export function fileTaken(path: string, bytes: Uint8Array): { readonly text: string } | Left {
  const decoded = decodeFile({ path, content: bytes });
  if ('refused' in decoded) return { reason: 'not-text', detail: decoded.refused };
  const { text } = decoded;
  if (/\.json$/i.test(path)) return isObject(text) ? { text } : { reason: 'other-json' };
  return isTemplate(text) ? { reason: 'template' } : { text };
}

/** Whether JSON speaks of Kubernetes, without reading all of it: what is broken is shown as broken, not hidden. */
const isObject = (text: string) => /"apiVersion"\s*:/.test(text) && /"kind"\s*:/.test(text);

/** Only what a tool has to fill in before it is YAML; braces inside of texts are the texts' own. */
function isTemplate(text: string): boolean {
  if (!text.includes('{{') && !text.includes('{%')) return false;
  return splitDocuments(text).some(
    (slice) =>
      /\{[{%]/.test(slice.text) && parseDocument(slice.text).problems.some(({ code }) => code === 'template'),
  );
}
