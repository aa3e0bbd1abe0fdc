import type { ResourceId } from '../istio/index.ts';
import type { Path } from '../yaml/index.ts';
import type { Destination } from './outcome.ts';
import type { Step, Trace } from './trace.ts';

/** A resource that a request passes, with what of it: a place in it, a port, a subset. */
export interface Passed {
  readonly resource: ResourceId;
  readonly path?: Path | undefined;
  readonly port?: number;
  readonly subset?: string;
}

/** Where a destination's part of the requests passes. */
export interface PassedBranch {
  readonly destination: Destination;
  /** None where nothing defines the host. */
  readonly passed: readonly Passed[];
}

/** The resources on a request's way, in its order: up to where it may part, and each destination's part. */
export interface PassedPlaces {
  readonly common: readonly Passed[];
  readonly branches: readonly PassedBranch[];
}

const isAt = (step: Step): step is Step & { readonly resource: ResourceId } => step.resource !== undefined;

/** Reads the way off a trace: gateway server, rule (or whose rules all pass it by), delegate, then per destination its host and its DestinationRule. */
export function passedPlaces({ outcome, steps }: Trace): PassedPlaces {
  const taken = steps.filter(({ result }) => result === 'taken').filter(isAt);
  const ruled = taken.some(({ stage }) => stage === 'rule');
  const common = taken
    .filter(
      ({ stage, code }) =>
        code === 'LISTENER_GATEWAY' || (ruled ? stage === 'rule' : code === 'VIRTUAL_HOST'),
    )
    .map(({ resource, path }) => ({ resource, path }));
  const parts: Passed[][] = [];
  const there = (outcome.destinations ?? []).filter(({ exists }) => exists);
  for (const { code, resource, path } of taken) {
    const destination = there[code === 'CLUSTER' ? parts.length : parts.length - 1];
    const subset = destination?.subset;
    if (code === 'CLUSTER')
      parts.push(
        // Where no file defines the host, the step stands at the rule that named it.
        common.some((one) => one.resource === resource)
          ? []
          : [{ resource, ...(destination && { port: destination.port }) }],
      );
    else if (code === 'DESTINATION_RULE')
      parts.at(-1)?.push({ resource, path, ...(subset !== undefined && { subset }) });
  }
  return {
    common,
    branches: there.map((destination, index) => ({ destination, passed: parts[index] ?? [] })),
  };
}
