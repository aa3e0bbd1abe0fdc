import type { Labels } from '../../../istio/index.ts';
import type { ArrivalPlan, LatencyPlan, ScriptPlan } from '../engine/plan.ts';
import type { LoadGoal } from '../goals/goal.ts';
import type { Request } from '../../request.ts';

/** What is sent, how much of it, and how the endpoints behave. Times are milliseconds. */
export interface LoadScenario {
  readonly name: string;
  readonly request: Request;
  readonly seed: number;
  readonly duration: number;
  readonly callers: number;
  /** Worker threads of each; what the mesh says where it is left out. */
  readonly workers?: number;
  readonly arrivals: ArrivalPlan;
  /** In place of those that the files show of their host. */
  readonly endpoints: readonly DeclaredEndpoint[];
  /** In order: of two that say the same of an endpoint the later counts. */
  readonly behaviours: readonly BehaviourRule[];
  /** What it expects of its run. */
  readonly goals: readonly LoadGoal[];
}

/** How an endpoint behaves, as far as it is said. */
export interface BehaviourPart {
  readonly latency?: LatencyPlan;
  readonly connect?: number;
  readonly errors?: number;
  readonly errorStatus?: number;
  readonly concurrency?: number;
  readonly script?: readonly ScriptPlan[];
}

export interface DeclaredEndpoint extends BehaviourPart {
  readonly name: string;
  /** All hosts without it. */
  readonly host?: string;
  /** Of this subset alone; without it those whose labels it asks for. */
  readonly subset?: string;
  readonly locality?: string;
  readonly labels?: Labels;
  readonly weight?: number;
  readonly count: number;
}

/** Endpoints, by what is said of them; all without any of it. */
export interface EndpointChoice {
  readonly host?: string;
  /** Its name in the lab, or its address. */
  readonly endpoint?: string;
  /** `eu` means all of the region. */
  readonly locality?: string;
  readonly labels?: Labels;
}

export interface BehaviourRule extends BehaviourPart {
  readonly where: EndpointChoice;
}
