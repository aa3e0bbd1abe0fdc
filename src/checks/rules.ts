import type { ParsedDocument } from '../yaml/index.ts';
import type { TextFinding } from './finding.ts';
import type { ResourceRule } from './rule.ts';
import { documentKind } from './rules/document-kind.ts';
import { meaning } from './rules/meaning.ts';
import { objectKind } from './rules/object-kind.ts';
import { objectName } from './rules/object-name.ts';
import { objectVersion } from './rules/object-version.ts';
import { schema } from './rules/schema.ts';
import { syntax } from './rules/syntax.ts';
import { template } from './rules/template.ts';
import { yamlReaders } from './rules/yaml-readers.ts';

/** Rules about a document's text, whatever it says. Pure. */
export const textRules: readonly ((document: ParsedDocument) => readonly TextFinding[])[] = [
  syntax,
  documentKind,
  yamlReaders,
  template,
];

/** Rules about one resource by itself. A new rule is one file in `rules/` and one word here. */
export const resourceRules: readonly ResourceRule[] = [
  objectKind,
  objectVersion,
  objectName,
  schema,
  meaning,
];
