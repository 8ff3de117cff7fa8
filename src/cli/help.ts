/** What `crosscheck --help` prints. */
export const HELP = `Crosscheck reads a folder of articles on one event and tells where they disagree. Nothing leaves this machine,
but where \`read\` is given the address of a model.

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
  crosscheck read FOLDER      has a language model read each story; what it finds stands in a file of its own, as suggestions
      --prompts DIR           writes what a model is to be asked, a file for each story; asks nobody
      --answers DIR --model NAME   takes the answers in; with --prompts DIR, also writes what comes next
      --endpoint URL --model NAME  asks a model that speaks the OpenAI chat protocol, such as http://127.0.0.1:11434/v1
      --key VARIABLE          the environment variable that holds the endpoint's key
      --max-words N           sends no more than N words in all; the next run goes on
      --window N              the most words of one prompt; longer stories are read in parts
      --timeout N             seconds without a sign of life before an attempt is given up
      --one-pass              leaves out the second pass, which joins rows and drops what nobody wants
      --again                 also reads again what was read as it stands
  crosscheck --help, --version

FOLDER holds articles as .txt or .md files. A sources.yaml may say where each comes from; reviewers' annotations
stand in *.crosscheck.yaml beside them. Exit status: 0 all well, 1 check found something wrong or read
could not read every story, 2 it could not run.
`;
