import { asList, key, member, type Labels, type ResourceId } from '../istio/index.ts';
import { RefusedError, type YamlMap, type YamlValue } from '../yaml/index.ts';
import type { Draft } from './draft.ts';
import { editSettings, SETTING_ORDER, settingsNow } from './settings-text.ts';

/** What the cluster has although no file says so. An empty namespace is the default one. */
export type Assumption =
  | {
      readonly kind: 'assume-service';
      readonly namespace: string;
      readonly name: string;
      /** As in a Service, `{port: 80, name: http}`, or just a number. */
      readonly ports?: readonly YamlValue[];
      readonly selector?: Labels;
    }
  | { readonly kind: 'assume-namespace'; readonly name: string }
  | {
      readonly kind: 'assume-workload';
      readonly namespace: string;
      readonly name: string;
      /** Those of its pods. */
      readonly labels?: Labels;
    };

const some = (map: Labels | undefined): map is Labels => map !== undefined && Object.keys(map).length > 0;

function entryOf(assumption: Assumption): { entry: YamlMap; type: string; namespace: string } {
  const { kind, name } = assumption;
  if (kind === 'assume-namespace')
    return { entry: { kind: 'Namespace', name }, type: 'Namespace', namespace: '' };
  const { namespace } = assumption;
  const start = (word: string): YamlMap => ({ kind: word, ...(namespace ? { namespace } : {}), name });
  if (kind === 'assume-workload') {
    const labels = some(assumption.labels) ? { labels: { ...assumption.labels } } : {};
    return { entry: { ...start('Workload'), ...labels }, type: 'Deployment', namespace };
  }
  const ports = assumption.ports?.length ? { ports: [...assumption.ports] } : {};
  const selector = some(assumption.selector) ? { selector: { ...assumption.selector } } : {};
  return { entry: { ...start('Service'), ...ports, ...selector }, type: 'Service', namespace };
}

/** Writes an assumption into the settings file. Returns the id of what is now assumed; refuses what is there already. */
export function assume(draft: Draft, assumption: Assumption): ResourceId {
  const { entry, type, namespace } = entryOf(assumption);
  const { name } = assumption;
  if (name.trim() === '') throw new RefusedError('unsafe', 'What is assumed needs a name.');
  const { settings } = draft.mesh;
  const [known] = draft.mesh.find(key.name(type, namespace || settings.defaultNamespace, name));
  if (known) {
    const where = `${known.source.file}${known.assumed ? ', as an assumption' : ''}`;
    throw new RefusedError('duplicate', `There is already a ${known.kind} ${name}: in ${where}.`);
  }
  const before = member(settingsNow(draft), 'assume');
  editSettings(
    draft,
    Array.isArray(before)
      ? { kind: 'insert', path: ['assume'], index: asList(before).length, value: entry }
      : { kind: 'set', path: ['assume'], value: [entry], order: SETTING_ORDER },
    { assume: [entry] },
  );
  return `${type}/${namespace}/${name}`;
}
