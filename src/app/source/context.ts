import type { LanguageContext } from '../../language/index.ts';
import type { Session } from '../../session/index.ts';

/** What the language service reads, as the session has it now. */
export function contextOf(session: Session): LanguageContext {
  const { workspace, analysis } = session.getState();
  return { files: workspace.files, mesh: analysis.mesh, problems: analysis.problems };
}
