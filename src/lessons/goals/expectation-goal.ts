import type { Mesh } from '../../istio/index.ts';
import { checkExpectations, expectationValue } from '../../traffic/index.ts';
import { equalValues } from '../../yaml/index.ts';
import type { Goal } from './goal.ts';
import { unmet, type GoalFinding } from './goal-state.ts';
import { ofVerdict } from './request-goal.ts';

/** Whether an expectation of the files holds, and still says what the lesson has it say. */
export function expectationFinding(
  mesh: Mesh,
  { name, as }: Extract<Goal, { kind: 'expectation' }>,
): GoalFinding {
  const found = checkExpectations(mesh).find(({ expectation }) => expectation.name === name);
  if (!found) return unmet(`There is no expectation “${name}” in a file that ends with .expect.yaml.`);
  if (as && !equalValues(expectationValue(found.expectation), expectationValue(as)))
    return unmet(
      `The expectation “${name}” says something else than the lesson’s. Put it back as it was, and change the configuration instead.`,
    );
  return ofVerdict(found.verdict, found.expectation.request);
}
