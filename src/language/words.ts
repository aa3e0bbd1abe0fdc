import { isSince, type Field, type Format, type TargetVersion } from '../istio/index.ts';

const formats: Partial<Record<Format, string>> = {
  duration: 'duration, such as 5s',
  'duration-any': 'duration, such as 5s',
  port: 'port',
  percent: 'percent',
  weight: 'weight',
  host: 'host',
  'wildcard-host': 'host, may begin with *.',
  'namespaced-host': 'namespace/host',
  regex: 'regular expression (RE2)',
  ip: 'IP address',
  cidr: 'IP range',
  url: 'URL',
  'http-status': 'HTTP status',
  base64: 'base64',
};

/** What a field holds, in a few words. */
export function typeWords(field: Field): string {
  if (field.format && formats[field.format]) return formats[field.format] ?? '';
  switch (field.kind) {
    case 'list':
      return field.item.kind === 'object' ? 'list' : `list of ${plural(typeWords(field.item))}`;
    case 'map':
      return 'map of keys to values';
    case 'string':
      return 'text';
    case 'boolean':
      return 'true or false';
    case 'enum':
      return 'one of its values';
    case 'integer':
      return 'whole number';
    case 'any':
      return 'any value';
    default:
      return field.kind;
  }
}

const plural = (words: string): string =>
  words === 'text' ? 'texts' : words.startsWith('host') ? 'hosts' : words;

/** From which version on something is known, and whether that is too new for the files. */
export const sinceWords = (since: TargetVersion, version: TargetVersion): string =>
  isSince(since, version)
    ? `Since Istio ${since}.`
    : `Since Istio ${since}: too new for Istio ${version}, which these files are meant for.`;

/** The rest that is worth saying: default, limits, versions, what is outdated. One sentence each, Markdown. */
export function fieldNotes(field: Field, version: TargetVersion): string[] {
  const notes: string[] = [];
  if (field.default !== undefined) notes.push(`Default: \`${field.default}\`.`);
  if (field.kind === 'integer' || field.kind === 'number') {
    const { min, max } = field;
    if (min !== undefined && max !== undefined && max < 2147483647) notes.push(`From ${min} to ${max}.`);
    else if (min !== undefined) notes.push(`At least ${min}.`);
  }
  if (field.since) notes.push(sinceWords(field.since, version));
  if (field.deprecated) notes.push(`Outdated: ${field.deprecated}`);
  return notes;
}
