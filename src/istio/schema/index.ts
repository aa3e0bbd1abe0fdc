export type {
  AnyField,
  BooleanField,
  EnumField,
  Field,
  FieldKind,
  Format,
  ListField,
  MapField,
  NumberField,
  ObjectField,
  ReferenceKind,
  ScalarField,
  StringField,
  Union,
} from './field.ts';
export { apiVersionsOf, childOf, fieldAt, fieldsOf, newestApiVersion, schemaOf, unionOf } from './schema.ts';
export { summaryOf, summaryOfField, summaryOfValue } from './summary.ts';
export { ownFieldAt, ownSchema, summaryOfOwn, summaryOfOwnValue } from './own-files.ts';
export { loadDescriptions } from './description.ts';
export type { Describe } from './description.ts';
export { unmetNeed } from './applies.ts';
export type { Need } from './applies.ts';
export { isSince, knownIn, NEWEST_VERSION, TARGET_VERSIONS } from './versions.ts';
export type { TargetVersion } from './versions.ts';
export { parseDuration } from './duration.ts';
export type { Duration } from './duration.ts';
export { humanize } from './humanize.ts';
export { lowerFirst, singular } from './title-words.ts';
