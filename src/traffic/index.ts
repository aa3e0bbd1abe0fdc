// What the room offers: where a request goes, and why.
export { route } from './route.ts';
export type { RouteOptions } from './route.ts';
export { RequestError } from './request.ts';
export type { Caller, Request } from './request.ts';
export type { Destination, Fault, HeaderOps, Mirror, Outcome, OutcomeKind, Retries } from './outcome.ts';
export type { Stage, Step, Trace } from './trace.ts';
export { sendMany } from './many/send-many.ts';
export type { Counted, ManyOptions, ManySent } from './many/send-many.ts';
export { passedPlaces } from './passed.ts';
export type { Passed, PassedBranch, PassedPlaces } from './passed.ts';
export { targetsIn } from './targets.ts';
export type { Target } from './targets.ts';
export { callersIn } from './callers.ts';
export type { KnownCaller } from './callers.ts';
export { sayOutcome } from './words/say-outcome.ts';
export { sayHop, sayJourney } from './words/say-journey.ts';
export type { SaidOutcome } from './words/say-outcome.ts';
export { factsOf } from './words/facts.ts';
export type { Fact } from './words/facts.ts';
export { suggestFor, suggestRequests } from './suggest/suggest.ts';
export type { Purpose, SuggestOptions, Suggestion, Suggestions, UnreachableRule } from './suggest/suggest.ts';
export { whyNot } from './suggest/why-not.ts';
export type { MissedMatch, WhyNot } from './suggest/why-not.ts';
export { differences, differenceText } from './aim/differences.ts';
export type { Difference } from './aim/differences.ts';
export { ruleTitle } from './aim/rule-ref.ts';
export type { RuleRef } from './aim/rule-ref.ts';
export { plainRequest, withUrl } from './request.ts';
export { authorityFault, base64, wireHost } from './authority.ts';
export type { PlainRequest } from './request.ts';
export { checkExpectation, checkExpectations, departureText, expectationsIn } from './expect/check.ts';
export type {
  CheckedExpectation,
  PlacedExpectation,
  PlacedObjection,
  Verdict,
  WorkspaceExpectations,
} from './expect/check.ts';
export type { Departure } from './expect/compare.ts';
export type { Expectation, Expected, ExpectedDestination, ExpectedMirror } from './expect/expectation.ts';
export { expectationValue, expectedOf, requestValue } from './expect/expected-of.ts';
export { readExpectations, readExpected } from './expect/read.ts';
export { readRequest } from './expect/read-request.ts';
export { Fields, objections } from './expect/shape.ts';
export type { Objection } from './expect/shape.ts';
export { departures } from './expect/compare.ts';
export { isHostNamed } from './expect/host-named.ts';
export { coverage } from './expect/coverage.ts';
export type { Coverage, CoveredRule } from './expect/coverage.ts';
export { PROTOCOLS, protocolFields } from './protocol.ts';
export { explainResource } from './explain/explain.ts';
export type { Sentence } from './explain/sentence.ts';
export { requestTo, ruleAtPath } from './suggest/for-resource.ts';
export type { RequestHere } from './suggest/for-resource.ts';
export { expectables, onlyExpected } from './expect/expectable.ts';
export type { Expectable } from './expect/expectable.ts';
export { journey } from './onward.ts';
export type { Hop, JourneyOptions } from './onward.ts';
export { compareTraffic, comparingTraffic } from './compare/compare.ts';
export type { CompareOptions, ComparisonProgress, TrafficComparison } from './compare/compare.ts';
export { sayCompared, sayExpected, sayUncompared, VERDICT_WORDS } from './words/say-comparison.ts';
export type { ComparedRequest } from './compare/compared-request.ts';
export type { TrafficDifference, Verdict as TrafficVerdict } from './compare/grouped.ts';
export type { FactChange } from './compare/facts-compared.ts';
export type { ResourceDifference } from './compare/changed-resources.ts';
export type { FieldChange } from './compare/changed-fields.ts';
export type { LeftOut } from './compare/worth-asking.ts';
export { sayChange } from './compare/words/say-change.ts';
export type { ChangeSentence } from './compare/words/say-fields.ts';
export { loadAsCsv } from './load/csv.ts';
export { curvesOf, isAnsweredWell, shareAnsweredWell } from './load/curves.ts';
export type { Curve, Curves, CurveTone, CurveView } from './load/curves.ts';
export { runLoad, startLoad } from './load/load.ts';
export type { Load } from './load/load.ts';
export type { HeldGoal } from './load/goals/hold.ts';
export { defaultScenario } from './load/scenario/default-scenario.ts';
export { sayChoice, scriptEvents } from './load/scenario/script-events.ts';
export type { ScriptEvent } from './load/scenario/script-events.ts';
export type {
  LoadedCluster,
  LoadedEjection,
  LoadedEndpoint,
  LoadedWay,
  LoadReport,
  LoadSeries,
} from './load/report.ts';
export { readScenario } from './load/scenario/read.ts';
export type { ReadScenario } from './load/scenario/read.ts';
export type { LoadScenario } from './load/scenario/scenario.ts';
export type { Cause as LoadCause, LoadSuggestion } from './load/tell/cause.ts';
export { compareLoads } from './load/compare/compare-loads.ts';
export type { FactUnit, LoadComparison, LoadFact } from './load/compare/compare-loads.ts';
export { sayLoads, sayNumber } from './load/compare/say-loads.ts';
export type { SideNames } from './load/compare/say-loads.ts';
export { triableFields } from './load/compare/triable.ts';
export type { TriableField } from './load/compare/triable.ts';
