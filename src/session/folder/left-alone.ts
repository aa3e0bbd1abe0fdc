/** Why a file or folder is not part of the workspace. */
export type LeftReason =
  | 'ignored'
  | 'hidden'
  | 'packages'
  | 'not-yaml'
  | 'other-json'
  | 'chart-template'
  | 'template'
  | 'too-large'
  | 'too-many'
  | 'too-much'
  | 'too-deep'
  | 'name'
  | 'not-text'
  | 'unreadable';

/** Something in the folder that is left as it is, and not shown. */
export interface LeftAlone {
  /** Folders end with `/`: all that is in them is left alone. */
  readonly path: string;
  readonly reason: LeftReason;
  /** What is said of this one, beside the reason. */
  readonly detail?: string;
}

/** So much is opened, and no more. */
export const LIMITS = {
  /** Files and folders that are looked at. */
  entries: 50_000,
  files: 5_000,
  /** All texts together, in UTF-16 units. */
  total: 96 * 1024 * 1024,
  depth: 40,
};

/** What is said of each reason: why it is left alone, and where it matters, what to do. */
export const WHY_LEFT: Readonly<Record<LeftReason, { readonly title: string; readonly why: string }>> = {
  'chart-template': {
    title: 'Templates of Helm charts',
    why: 'They become YAML only when Helm fills them in. Render the chart (helm template) and open what comes out to see its traffic.',
  },
  template: {
    title: 'Other templates',
    why: 'What stands in braces is filled in by a tool before this is YAML. Render it and open what comes out to see its traffic.',
  },
  ignored: {
    title: 'Ignored by Git',
    why: 'A .gitignore file leaves them out, so they are no part of what is committed.',
  },
  'too-large': { title: 'Too large', why: 'Nothing of this size stays fluid in a page.' },
  'too-many': {
    title: 'More than a workspace holds',
    why: `A workspace holds ${LIMITS.files.toLocaleString('en')} files. Open a folder further down to work on these.`,
  },
  'too-much': {
    title: 'More than a workspace holds',
    why: `A workspace holds ${LIMITS.total / 1024 / 1024} MB of text. Open a folder further down to work on these.`,
  },
  'too-deep': {
    title: 'Too deep down',
    why: `Folders are looked into ${LIMITS.depth} deep. Open one further down to work on these.`,
  },
  name: {
    title: 'Names that cannot be kept',
    why: 'A backslash in a name means a folder on some systems, so it could not be saved under its own name.',
  },
  'not-text': { title: 'Not text in UTF-8', why: 'Their bytes could not be kept as they are.' },
  unreadable: { title: 'Could not be read', why: 'The system did not let the page read them.' },
  'other-json': {
    title: 'Other JSON',
    why: 'It has no apiVersion and kind, so it is nothing that a cluster reads.',
  },
  hidden: {
    title: 'Hidden folders and files',
    why: 'Names that begin with a dot are kept by tools for themselves; a cluster reads none of it.',
  },
  packages: { title: 'Installed packages', why: 'They come from a package manager, and are not your files.' },
  'not-yaml': { title: 'Not YAML', why: 'Programs, documents and pictures: no configuration for a cluster.' },
};

/** Of reasons that concern traffic, a person is told without asking. */
export const WORTH_TELLING: ReadonlySet<LeftReason> = new Set<LeftReason>([
  'chart-template',
  'template',
  'too-large',
  'too-many',
  'too-much',
  'too-deep',
  'name',
  'not-text',
  'unreadable',
]);
