/** Something people want to do, how, and the commands that do it. */
export interface Task {
  readonly question: string;
  readonly answer: string;
  /** Ids of commands: buttons under the answer. */
  readonly commands: readonly string[];
}

export const TASKS: readonly Task[] = [
  {
    question: 'open the configuration of a cluster?',
    answer:
      'Save it with kubectl, for example: kubectl get virtualservices,destinationrules,gateways,serviceentries,services -A -o yaml > mesh.yaml. Then open or drop the file; the List in it is taken apart.',
    commands: ['file.open'],
  },
  {
    question: 'work in a Git checkout?',
    answer:
      'Open its folder. All YAML in it is one workspace; what Git ignores, templates and everything else stays as it is, and the folder’s menu says why. Saving writes only the files that changed, to the byte. When something changes in the folder meanwhile, it is taken in, put together with your changes, or asked about. Chrome and Edge can do this; elsewhere, take a patch out.',
    commands: ['folder.open', 'folder.save', 'export.patch'],
  },
  {
    question: 'learn how Istio’s traffic configuration works?',
    answer:
      'Begin a lesson. It opens in a workspace of its own, checks what you do as you go, and gives hints; what you had open is one press away. A pack of lessons that you were given opens by dropping it on the page.',
    commands: ['lesson.list'],
  },
  {
    question: 'write lessons of my own?',
    answer:
      'Write them beside a live preview, with what is to mend told at its line. Build what a step begins with, and its solution, on the canvas, and take the workspace into the lesson. Then hand the pack out as one file.',
    commands: ['author.open'],
  },
  {
    question: 'see what my changes do to traffic?',
    answer:
      'In Changes choose Traffic: requests are sent through the files as they were opened and as they are now, and those that come to another end are listed, what breaks first. Press one to see its steps before and now, and its way on the canvas. In pull requests the command line does the same: meshwright diff.',
    commands: ['drawer.traffic-changes'],
  },
  {
    question: 'see what circuit breakers, retries and failover do under load?',
    answer:
      'Open the load lab: it sends a load to the endpoints of your files, as Envoy would with what Istio makes of them, in simulated time. Let an endpoint fail or hang for a while, and see answers, latency, pools and ejections. Sentences beside the curves name the field that bends them, with its line, and offer what could be set better. Change a field, and the curves are drawn anew; those of before stay as a shadow. Move the time below the chart, or play it, and the canvas shows that moment: lines as thick as their traffic, endpoints that are out with their countdown. “Compare” puts another policy beside it: as opened, a restore point, or fields that are only tried. Keep the scenario, and it is a file of yours.',
    commands: ['drawer.load', 'load.full-screen'],
  },
  {
    question: 'work without a network?',
    answer:
      'Open the page once while there is one: soon afterwards all of it is kept in this browser, lessons too. About Meshwright says when it is ready. The address must begin with https:// or be localhost. New versions are offered, and taken when you say so.',
    commands: ['help.about'],
  },
  {
    question: 'teach with it, before a room?',
    answer:
      'Present: large type, one pane or two by the digits, a laser dot (L), next and back by a clicker or Page Down and Page Up. Shift+N opens your notes in a second window, which you drag to your own screen. Escape leaves.',
    commands: ['present.start', 'lesson.list'],
  },
  {
    question: 'let the mesh call an API outside?',
    answer:
      'Add a ServiceEntry with its host and port. For http:// calls that leave as HTTPS, give port 80 with target port 443, and a DestinationRule that opens TLS.',
    commands: ['add.ServiceEntry', 'sample.open-article-corrected'],
  },
  {
    question: 'send a part of the traffic to a new version?',
    answer:
      'Define both versions as subsets in a DestinationRule. Draw a line from the rule in the VirtualService to the second subset, then drag the share that stands on the line.',
    commands: ['canvas.connect', 'sample.open-weighted-canary'],
  },
  {
    question: 'try a new version with real requests, unseen?',
    answer: 'Mirror them: the copy’s answers are dropped. Select the rule and connect it as a mirror.',
    commands: ['canvas.mirror', 'sample.open-article-mirroring'],
  },
  {
    question: 'find out where a request goes, and why?',
    answer:
      'Send one in the drawer: every step that the proxy takes is told, with the rule that decided it. A rule that looks pale on the canvas is never reached; its tooltip says why.',
    commands: ['drawer.send'],
  },
  {
    question: 'see and mend what is wrong?',
    answer:
      'Problems stand in the drawer, at their field in the form and under the text. Most have a fix to press. What you know better can be hidden by its code.',
    commands: ['drawer.problems', 'drawer.next-problem', 'drawer.fix-all', 'help.problem-codes'],
  },
  {
    question: 'say what my cluster has and the files do not?',
    answer:
      'Choose “Assume it exists” on the dashed node or at the problem. It is written to meshwright.config.yaml as text, and everything reads it.',
    commands: ['workspace.settings'],
  },
  {
    question: 'find a field that the form does not show?',
    answer:
      'Press “Add field…” and type a part of its name or meaning. In the YAML, Ctrl+Space offers the same.',
    commands: ['form.add-field', 'form.explain'],
  },
  {
    question: 'rename a host, subset or resource everywhere?',
    answer:
      'Rename it, and choose what happens to the places that name it: they follow, in all files, as one step that undo takes back.',
    commands: ['edit.rename', 'source.rename'],
  },
  {
    question: 'move, split or rename things in many files at once?',
    answer:
      'Choose “Refactor…” in the menu of a node, a resource or the YAML: rename a host or a whole namespace, move a resource to another file, split or join VirtualServices, extract a delegate, add a canary, begin TLS at the proxy, put a host behind an egress gateway, convert to HTTPRoute, upgrade apiVersion. Before you apply it you see each line that changes, and what becomes of requests and problems.',
    commands: ['edit.refactor'],
  },
  {
    question: 'find a host, a subset or any text in all files?',
    answer:
      'Search in the drawer, while you type: hosts and subsets are found however they are written, with every place that names them; resources by kind, namespace and name; and each line with these letters. Enter goes to the next.',
    commands: ['drawer.search', 'canvas.host'],
  },
  {
    question: 'keep a large mesh readable?',
    answer:
      'Collapse namespaces, hide kinds, show only what has problems, or only the ways of a host or of what is selected. Find goes to what is hidden and opens it.',
    commands: ['canvas.collapse-all', 'canvas.problems', 'canvas.host', 'canvas.find', 'canvas.show-all'],
  },
  {
    question: 'go back to how it was?',
    answer:
      'Undo takes back any step, whichever pane it came from. Restore points keep earlier states, also after the page was closed.',
    commands: ['edit.undo', 'workspace.restore-points', 'workspace.keep-point'],
  },
  {
    question: 'show my configuration to a colleague?',
    answer:
      'Share a link: all files are inside it, and no server sees them. It opens as a workspace of its own over there. What is too long for a link goes as a zip, which opens by dropping it on the page.',
    commands: ['workspace.share', 'export.download-all'],
  },
  {
    question: 'commit what I changed?',
    answer:
      'A new resource goes to a file named like its neighbours, and a kustomization.yaml that builds them follows. Look through it all in Changes: each resource in plain words, then the text. Commit… there has a message to start from, a patch for git apply, and the kubectl commands that compare it with a cluster or apply it.',
    commands: ['drawer.changes', 'export.commit'],
  },
  {
    question: 'take my work away?',
    answer:
      'Copy or download the files: they are yours to the byte, with only your changes in them. Nothing leaves the browser otherwise.',
    commands: ['export.download', 'export.download-all', 'export.copy'],
  },
  {
    question: 'put the picture into a document or slides?',
    answer:
      'Export it as SVG or PNG: all of it or the part in view, light or dark, with or without a background. As Mermaid it is text for Markdown. Embedded, readers can also move around in it and try changes.',
    commands: ['export.picture', 'export.embed'],
  },
];
