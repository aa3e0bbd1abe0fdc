import { isExpectationsFile } from './expectations-file.ts';
import { isSettingsFile } from './settings-file.ts';

/** The end of the names of files that hold a scenario: how much traffic comes, and what goes wrong meanwhile. */
export const SCENARIO_END = '.load.yaml';

export const isScenarioFile = (path: string): boolean => /\.load\.ya?ml$/.test(path);

/** What takes the place of a kind for scenarios. No kind of object has a name like a file's. */
export const SCENARIOS = '*.load.yaml';

/** Whether a file is one of our own beside the resources: settings, expectations, a scenario. No cluster ever sees it. */
export const isOwnFile = (path: string): boolean =>
  isSettingsFile(path) || isExpectationsFile(path) || isScenarioFile(path);
