import { copyText } from '../../../browser/index.ts';
import { suppressionsFor, type Problem } from '../../../checks/index.ts';
import { tellFailure } from '../../commands/tellFailure.ts';
import { MenuItem, MenuLine } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { applyFix, explain, fixAll } from './fixing.ts';
import { howMany } from './howMany.ts';
import { problemText } from './words.ts';

/** All that can be done about a problem: mend it, alone or with all of its kind; not be told of it; read about it. */
export function ProblemMenu({ problem }: { problem: Problem }) {
  const session = useSession();
  const problems = useSessionState((state) => state.analysis.problems);
  const settings = useSessionState((state) => state.analysis.mesh.settings);
  const { code, fixes } = problem;
  const ways = suppressionsFor(problem, settings);
  const alike = howMany(problems, code);
  const copy = () => copyText(problemText(problem)).catch(tellFailure(session, 'Nothing was copied'));
  return (
    <>
      {fixes.map((fix) => (
        <MenuItem key={fix.title} title={fix.title} onClick={() => applyFix(session, problem, fix)} />
      ))}
      {alike > 1 && fixes.length > 0 && (
        <MenuItem title={`Fix all ${alike} of this kind`} onClick={() => fixAll(session, code)} />
      )}
      {fixes.length > 0 && <MenuLine />}
      {ways.map((way) => (
        <MenuItem key={way.title} title={way.title} onClick={() => applyFix(session, problem, way)} />
      ))}
      {ways.length > 0 && <MenuLine />}
      <MenuItem title={`What ${code} means`} onClick={() => explain(session, code)} />
      <MenuItem title="Copy this problem" onClick={() => void copy()} />
    </>
  );
}
