import { folderOf, isKustomization, patchFiles, type Resource } from '../../istio/index.ts';
import { fileText, type TextFile } from '../../text/index.ts';
import { emitDocument, parseDocument, splitDocuments } from '../../yaml/index.ts';
import type { ResourceChange } from '../changes/resource-changes.ts';
import { shellWord } from '../curl/shell-words.ts';
import { resourceIn } from './resource-label.ts';

export interface KubectlOptions {
  readonly verb: 'apply' | 'diff';
  /** Names the changed files, or brings the changed resources along, so that it can be run anywhere. */
  readonly from: 'files' | 'here';
}

/**
 * The commands that bring a cluster, or show it, what was changed; then those that delete what is gone. Comments say what a
 * person has to know. Empty where no cluster would notice.
 */
export function kubectlCommands(
  changes: readonly ResourceChange[],
  files: readonly TextFile[],
  { verb, from }: KubectlOptions,
): string {
  const real = changes.filter((change) => {
    const resource = resourceIn(change);
    return resource && change.how !== 'formatting' && change.how !== 'moved';
  });
  const whole = real.filter((change) => !resourceIn(change)?.patch);
  const patches = real.flatMap((change) => (resourceIn(change)?.patch ? [change.file] : []));
  const applied = whole.flatMap(({ after }) => after ?? []);
  const gone = whole.flatMap(({ how, before }) =>
    before && (how === 'removed' || how === 'renamed') ? [before] : [],
  );
  const lines = [
    ...homeless([...applied, ...gone]),
    ...(applied.length ? [from === 'files' ? named(verb, applied) : here(verb, applied, files)] : []),
    ...(gone.length ? deletes(verb, gone) : []),
    ...overlays(verb, patches, files),
  ];
  return lines.length ? `${lines.join('\n')}\n` : '';
}

/** Resources that name no namespace go where kubectl happens to be set. */
const homeless = (resources: readonly Resource[]): readonly string[] => {
  const those = resources.filter(({ namespace, kind }) => !namespace && !CLUSTER_WIDE.has(kind));
  return those.length
    ? [
        `# Without a namespace in the files, so kubectl's own counts (or add -n): ${those.map(({ kind, name }) => `${kind} ${name}`).join(', ')}`,
      ]
    : [];
};

const CLUSTER_WIDE = new Set([
  'Namespace',
  'GatewayClass',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
]);

const named = (verb: string, resources: readonly Resource[]): string => {
  const paths = [...new Set(resources.map(({ source }) => source.file))];
  return [`kubectl ${verb}`, ...paths.map((path) => `-f ${shellWord(path)}`)].join(
    paths.length > 2 ? ' \\\n  ' : ' ',
  );
};

function here(verb: string, resources: readonly Resource[], files: readonly TextFile[]): string {
  const texts = resources.map((resource) => documentText(resource, files));
  const end = freeWord(texts);
  return `kubectl ${verb} -f - <<'${end}'\n${texts.join('---\n')}${end}`;
}

/** As it is written in its file; an item of a list by itself. Carriage returns would reach the cluster's strings. */
function documentText({ source, value }: Resource, files: readonly TextFile[]): string {
  const text = source.path.length
    ? emitDocument(value)
    : (splitDocuments(fileText(files, source.file) ?? '')[source.document]?.text ?? emitDocument(value));
  const plain = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replace(/^(---[^\n]*\n)+/, '');
  return plain.endsWith('\n') ? plain : `${plain}\n`;
}

/** A patch takes effect through the kustomizations that merge it: applied by itself it would be half a resource. */
function overlays(verb: string, patches: readonly string[], files: readonly TextFile[]): readonly string[] {
  if (!patches.length) return [];
  const folders = files
    .filter(({ path }) => isKustomization(path))
    .filter(({ path, text }) => {
      const documents = splitDocuments(text).map((slice) => parseDocument(slice.text));
      const named = patchFiles([{ path, documents }]);
      return patches.some((patch) => named.has(patch));
    })
    .map(({ path }) => folderOf(path) || '.');
  return [
    '# Patches take effect through the folders that merge them, after they are saved there:',
    ...folders.toSorted().map((folder) => `kubectl ${verb} -k ${shellWord(folder)}`),
  ];
}

/** A word that no line of the texts is. */
function freeWord(texts: readonly string[]): string {
  const lines = new Set(texts.flatMap((text) => text.split('\n')));
  let word = 'EOF';
  while (lines.has(word)) word = `${word}_`;
  return word;
}

function deletes(verb: string, resources: readonly Resource[]): readonly string[] {
  const commands = resources.map(({ kind, group, namespace, name }) =>
    [
      'kubectl delete',
      shellWord(`${kind.toLowerCase()}${group ? `.${group}` : ''}`),
      shellWord(name),
      ...(namespace ? ['-n', shellWord(namespace)] : []),
      '--ignore-not-found',
    ].join(' '),
  );
  if (verb === 'apply') return commands;
  return [
    '# kubectl diff does not show what is to be deleted:',
    ...commands.map((command) => `# ${command}`),
  ];
}
