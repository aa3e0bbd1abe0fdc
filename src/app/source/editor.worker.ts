// Monaco's worker, which computes the differences of a diff. Languages need none: ours runs on what the session knows.
import 'monaco-editor/editor/editor.worker';
