import type { ModelledKind } from '../istio/index.ts';
import { nominalId } from './add-resource.ts';
import type { TemplateContext } from './templates/context.ts';
import { newResource } from './templates/new-resource.ts';
import type { Operation } from './types.ts';

/**
 * Adds a resource of a kind to a file, connected both ways: where it is the other one that must name the new one
 * (a VirtualService its Gateway), that is part of the same step.
 */
export function addConnected(kind: ModelledKind, file: string, context: TemplateContext): Operation {
  const value = newResource(kind, context);
  const add: Operation = { kind: 'add-resource', file, value };
  const { near } = context;
  if (kind !== 'Gateway' || near?.type !== 'VirtualService' || near.stale) return add;
  const gateway = nominalId(value);
  const connect: Operation = { kind: 'connect-gateway', resource: near.id, gateway };
  return { kind: 'all', operations: [add, connect], label: `Add ${gateway}` };
}
