import { fieldAt, loadDescriptions, type Field, type TargetVersion } from '../istio/index.ts';
import type { TextRange } from '../text/index.ts';
import { formatPath } from '../yaml/index.ts';
import { aboutName, whoDefines } from './about.ts';
import { pointedAt, type Pointed } from './at.ts';
import type { LanguageContext } from './context.ts';
import { fieldOf, sentenceOf, valueFieldOf, wordsOfValue } from './schema.ts';
import { fieldNotes, sinceWords, typeWords } from './words.ts';

export interface Hover {
  /** In the file. */
  readonly range: TextRange;
  /** Markdown, part by part. */
  readonly parts: readonly string[];
}

/**
 * Help about the key or value at an offset: where it stands, what it means in our words and in Istio's, what it may hold, and
 * for a host who defines it. Istio's descriptions are loaded when first needed.
 */
export async function hover(context: LanguageContext, file: string, offset: number): Promise<Hover | null> {
  const pointed = pointedAt(context, file, offset);
  if (!pointed) return null;
  const { placed, path, range } = pointed;
  const version = context.mesh.settings.targetVersion;
  const field = pointed.on === 'value' ? valueFieldOf(placed, path) : fieldOf(placed, path);
  if (!field) {
    // Kinds that are not modelled carry names too: the labels of pods, the selector of a Service.
    const parts = pointed.on === 'value' ? aboutName(context.mesh, pointed) : [];
    return parts.length > 0 ? { range, parts } : null;
  }
  const describe = await loadDescriptions().catch(() => undefined);
  const summary = sentenceOf(field);
  const description = fieldAt(placed.type, path) ? describe?.(placed.type, path) : undefined;
  const parts = [
    `\`${formatPath(path)}\` · ${typeWords(field)}${field.required ? ', required' : ''}`,
    ...(pointed.on === 'value' ? aboutValue(context, pointed, field) : []),
    [summary, ...fieldNotes(field, version)].filter(Boolean).join('\n\n'),
    ...valuesOf(field, version),
    description && description !== summary ? description : '',
  ];
  return { range, parts: parts.filter(Boolean) };
}

function valuesOf(field: Field, version: TargetVersion): string[] {
  if (field.kind !== 'enum' || field.values.length > 20) return [];
  const line = (value: string) => {
    const words = wordsOfValue(field, value);
    const since = field.valuesSince[value];
    const notes = since ? ` (${lowerFirst(sinceWords(since, version))})` : '';
    return `- \`${value}\`${words ? ` ${words}` : ''}${notes}`;
  };
  return [field.values.map(line).join('\n')];
}

const lowerFirst = (sentence: string): string =>
  sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');

/** What a value means: among the values of its field, and as a name of the workspace. */
function aboutValue({ mesh }: LanguageContext, pointed: Pointed, field: Field): readonly string[] {
  const { text, placed } = pointed;
  if (text === undefined || text === '') return [];
  if (field.kind === 'enum') {
    const words = wordsOfValue(field, text);
    return words ? [`\`${text}\`: ${words}`] : [];
  }
  const isHost = field.reference === 'host' && field.format !== 'namespaced-host';
  return [...(isHost ? [whoDefines(mesh, text, placed)] : []), ...aboutName(mesh, pointed)];
}
