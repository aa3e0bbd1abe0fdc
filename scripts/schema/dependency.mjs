// Where the dependency keeps what it knows of each kind.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readDeclarations } from './declarations.mjs';
import { mergeDemands } from './merge.mjs';
import { readValidators } from './validators.mjs';

const groups = {
  'networking.istio.io': [
    'VirtualService',
    'DestinationRule',
    'ServiceEntry',
    'Gateway',
    'Sidecar',
    'WorkloadEntry',
    'WorkloadGroup',
  ],
  'security.istio.io': ['PeerAuthentication', 'AuthorizationPolicy', 'RequestAuthentication'],
};

const modules = path.resolve(import.meta.dirname, '../../node_modules/@kubernetes-models');

/** Every file of the dependency that the schema is read from. */
export function dependencyFiles() {
  const files = [objectMeta(), path.join(modules, 'istio/package.json')];
  for (const [group, kinds] of Object.entries(groups))
    for (const kind of kinds) files.push(declarationsOf(group, kind), validatorsOf(group, kind));
  return files;
}

/** The trees of all kinds, by kind: apiVersion, kind, metadata, spec, status. */
export function readDependency() {
  const trees = {};
  for (const [group, kinds] of Object.entries(groups)) {
    for (const kind of kinds) {
      const declared = readDeclarations(declarationsOf(group, kind), kind);
      const tree = mergeDemands(declared, readValidators(validatorsOf(group, kind)));
      tree.fields.apiVersion.values = versionsOf(group, kind);
      tree.fields.metadata = { ...readDeclarations(objectMeta(), 'ObjectMeta'), required: true };
      tree.fields.status = { kind: 'any', required: false, description: tree.fields.status?.description };
      trees[kind] = tree;
    }
  }
  return trees;
}

/** `networking.istio.io/v1` and its elders, newest first. All served versions of a kind have one and the same schema. */
function versionsOf(group, kind) {
  const folders = readdirSync(path.join(modules, 'istio', group)).filter((name) => /^v\d/.test(name));
  const served = folders.filter((version) =>
    existsSync(path.join(modules, 'istio', group, version, `${kind}.d.ts`)),
  );
  return served.sort((a, b) => age(a) - age(b)).map((version) => `${group}/${version}`);
}

const age = (version) => (version.includes('alpha') ? 2 : version.includes('beta') ? 1 : 0);

const objectMeta = () => path.join(modules, 'apimachinery/apis/meta/v1/ObjectMeta.d.ts');
const declarationsOf = (group, kind) => path.join(modules, 'istio', group, 'v1', `${kind}.d.ts`);
const validatorsOf = (group, kind) => path.join(modules, 'istio/_schemas', `${pascal(group)}V1${kind}.js`);
const pascal = (group) =>
  group
    .split('.')
    .map((part) => part[0].toUpperCase() + part.slice(1))
    .join('');
