import type { TargetVersion } from '../../../istio/index.ts';
import { useSessionState } from '../../session.tsx';

/** The Istio version that the workspace is meant for: what came later is not offered. */
export const useTargetVersion = (): TargetVersion =>
  useSessionState((state) => state.analysis.mesh.settings.targetVersion);
