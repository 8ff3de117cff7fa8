/** What `crosscheck --help` prints. */
export const HELP = `Crosscheck reads a folder of articles on one event and tells where they disagree. Nothing leaves this machine.

  crosscheck analyze FOLDER   the disputed facts, with the sources and passages that hold each position
      --format text|json      text for people (the default), json for programs
      --all                   also what is less certain
      --claims                also every claim: who says it, how surely, what it is about
      --no-matches            leaves the matches between claims out of the json
      --no-sidecars           leaves out of account what reviewers wrote
  crosscheck check FOLDER     whether every annotation still stands where it was made, and every sidecar can be read
      --format text|json|github
  crosscheck report FOLDER    the disputed facts with what reviewers ruled, to send, print or go on with
      --format md|html|csv    Markdown (the default, or as FILE ends), a page without scripts, a row for each passage
      --out FILE              writes it there, and not to standard output
      --all, --no-sidecars    as above
  crosscheck --help, --version

FOLDER holds articles as .txt or .md files. A sources.yaml may say where each comes from; reviewers' annotations
stand in *.crosscheck.yaml beside them. Exit status: 0 all well, 1 check found something wrong, 2 it could not run.
`;
