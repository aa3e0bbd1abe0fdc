import type { ResourceId } from '../istio/index.ts';
import { formatPath, type Path } from '../yaml/index.ts';
import { addResource, nominalId } from './add-resource.ts';
import { assume } from './assume.ts';
import { connectDelegate } from './connect-delegate.ts';
import { connectDestination } from './connect-destination.ts';
import { connectGateway } from './connect-gateway.ts';
import { connectMirror } from './connect-mirror.ts';
import { deleteResource } from './delete-resource.ts';
import { deleteSubset } from './delete-subset.ts';
import { disconnect } from './disconnect.ts';
import type { Draft } from './draft.ts';
import { duplicateResource } from './duplicate-resource.ts';
import {
  addExpectation,
  removeExpectation,
  renameExpectationKey,
  setExpectation,
} from './edit-expectations.ts';
import { addScenario, renameScenarioKey, setScenario } from './edit-scenario.ts';
import { insertItem, moveItem, removeField, renameKey, setField } from './edit-field.ts';
import { moveWay } from './move-way.ts';
import { reconnect } from './reconnect.ts';
import { renameHost } from './rename-host.ts';
import { renameResource } from './rename-resource.ts';
import { renameSetting } from './rename-setting.ts';
import { renameSubset } from './rename-subset.ts';
import { setWeights } from './set-weights.ts';
import { setSetting } from './set-setting.ts';
import { suppress } from './suppress.ts';
import type { Operation, Plan } from './types.ts';

/** What was done, in words, and what to select afterwards. */
export type Outcome = Omit<Plan, 'changes'>;

/** Does an operation to a draft. Throws `RefusedError`, with a sentence for the person. */
export function perform(draft: Draft, operation: Operation): Outcome {
  switch (operation.kind) {
    case 'set-field': {
      const { resource, path, value } = operation;
      setField(draft, resource, path, value);
      return { label: `Set ${formatPath(path)}`, select: { resource: idAfter(draft, resource, path), path } };
    }
    case 'remove-field': {
      const { resource, path } = operation;
      removeField(draft, resource, path);
      return { label: `Remove ${formatPath(path)}`, select: { resource, path: path.slice(0, -1) } };
    }
    case 'insert-item': {
      const { resource, path, index, value, copy } = operation;
      insertItem(draft, resource, path, index, value, copy);
      return { label: `Add to ${formatPath(path)}`, select: { resource, path: [...path, index] } };
    }
    case 'move-item': {
      const { resource, path, from, to } = operation;
      moveItem(draft, resource, path, from, to);
      return { label: `Move ${formatPath([...path, from])}`, select: { resource, path: [...path, to] } };
    }
    case 'rename-key': {
      const { resource, path, key } = operation;
      renameKey(draft, resource, path, key);
      return { label: `Rename ${formatPath(path)}`, select: { resource, path: [...path.slice(0, -1), key] } };
    }
    case 'add-resource': {
      const resource = addResource(draft, operation.file, operation.value);
      return { label: `Add ${nominalId(operation.value)}`, select: { resource } };
    }
    case 'delete-resource': {
      const name = draft.mesh.byId.get(operation.resource)?.name ?? '';
      deleteResource(draft, operation.resource, operation.referrals);
      return { label: `Delete ${name}` };
    }
    case 'delete-subset': {
      const { resource, subset, referrals } = operation;
      deleteSubset(draft, resource, subset, referrals);
      return { label: `Delete subset ${subset}`, select: { resource } };
    }
    case 'duplicate-resource': {
      const resource = duplicateResource(draft, operation.resource, operation.name);
      return { label: `Copy to ${operation.name}`, select: { resource } };
    }
    case 'rename-resource': {
      const before = draft.mesh.byId.get(operation.resource)?.name ?? '';
      const resource = renameResource(draft, operation.resource, operation.name, operation.references);
      return {
        label: `Rename ${before} to ${operation.name}`,
        select: { resource, path: ['metadata', 'name'] },
      };
    }
    case 'rename-host': {
      const { host, to } = operation;
      renameHost(draft, host, to);
      return { label: `Rename host ${host} to ${to}` };
    }
    case 'rename-subset': {
      const { resource, subset, name, references } = operation;
      renameSubset(draft, resource, subset, name, references);
      return { label: `Rename subset ${subset} to ${name}` };
    }
    case 'connect-destination': {
      const { resource, rule, host, subset, port } = operation;
      const path = connectDestination(draft, resource, rule, { host, subset, port });
      return { label: `Send traffic to ${host}`, select: { resource, path } };
    }
    case 'connect-mirror': {
      const { resource, rule, host, subset, port } = operation;
      const path = connectMirror(draft, resource, rule, { host, subset, port });
      return { label: `Mirror traffic to ${host}`, select: { resource, path } };
    }
    case 'connect-delegate': {
      const { resource, rule, delegate } = operation;
      const path = connectDelegate(draft, resource, rule, delegate);
      return { label: 'Delegate to a VirtualService', select: { resource, path } };
    }
    case 'connect-gateway': {
      const { resource, gateway } = operation;
      const path = connectGateway(draft, resource, gateway);
      return { label: 'Connect to a gateway', select: { resource, path } };
    }
    case 'reconnect': {
      const { resource, host, subset, port } = operation;
      const path = reconnect(draft, resource, operation.path, { host, subset, port });
      return { label: `Send traffic to ${host} instead`, select: { resource, path } };
    }
    case 'move-way': {
      const { resource, to, rule } = operation;
      const path = moveWay(draft, resource, operation.path, to, rule);
      return { label: `Move ${formatPath(operation.path)}`, select: { resource: to, path } };
    }
    case 'set-weights': {
      const { resource, path, weights } = operation;
      setWeights(draft, resource, path, weights);
      return { label: 'Set weights' };
    }
    case 'disconnect': {
      const { resource, path } = operation;
      disconnect(draft, resource, path);
      return { label: `Disconnect ${formatPath(path)}`, select: { resource, path: [] } };
    }
    case 'assume-service':
    case 'assume-namespace':
    case 'assume-workload':
      return { label: `Assume ${operation.name}`, select: { resource: assume(draft, operation) } };
    case 'rename-setting':
      renameSetting(draft, operation.path, operation.key);
      return { label: `Rename ${formatPath(operation.path)}` };
    case 'add-expectation':
      addExpectation(draft, operation.file, operation.value);
      return { label: 'Save an expectation' };
    case 'remove-expectation':
      removeExpectation(draft, operation);
      return { label: 'Remove an expectation' };
    case 'rename-expectation-key': {
      renameExpectationKey(draft, operation, operation.path, operation.key);
      return { label: `Rename ${String(operation.path.at(-1))} to ${operation.key}` };
    }
    case 'set-expectation':
      setExpectation(draft, operation, operation.path, operation.value);
      return { label: operation.path[0] === 'name' ? 'Rename an expectation' : 'Change an expectation' };
    case 'add-scenario':
      addScenario(draft, operation.file, operation.text);
      return { label: 'Keep a scenario' };
    case 'set-in-scenario':
      setScenario(draft, operation, operation.path, operation.value);
      return {
        label: `Change ${String(operation.path.findLast((step) => typeof step === 'string') ?? '')} of a scenario`,
      };
    case 'rename-scenario-key':
      renameScenarioKey(draft, operation, operation.path, operation.key);
      return { label: `Rename ${String(operation.path.at(-1))} to ${operation.key}` };
    case 'set-setting':
      setSetting(draft, operation.path, operation.value);
      return { label: `Set ${formatPath(operation.path)}` };
    case 'suppress': {
      const { resource, code } = operation;
      suppress(draft, resource, code);
      return { label: `Hide ${code}`, select: { resource } };
    }
    case 'all': {
      const outcomes = operation.operations.map((each) => perform(draft, each));
      // What came into being is what people look for; else what was touched last.
      const added = outcomes.find((_, index) => operation.operations[index]?.kind === 'add-resource');
      const select = (added ?? outcomes.findLast((outcome) => outcome.select))?.select;
      return { label: operation.label, ...(select ? { select } : {}) };
    }
  }
}

/** A change of `metadata.name` or `kind` by hand gives the resource another id: the one that now stands where it stood. */
function idAfter(draft: Draft, id: ResourceId, path: Path): ResourceId {
  return path[0] === 'spec' || draft.mesh.byId.has(id) ? id : (draft.standingWhere(id) ?? id);
}
