/**
 * Words that tell of one matter, whichever side they take: `alive`, `died` and `fate` are all of whether somebody lives. Two statements that
 * contest a thing seldom use one word for it. An own list of what news most often contests.
 */
import { stem } from '../../matches/stem.ts';

const MATTERS = `
life: alive dead die died death kill killed survive survived survivor fate perish slain
guilt: guilty innocent innocence guilt wrongdoing acquit convict culpable responsible responsibility blame fault
law: legal illegal legality lawful unlawful violate violation breach comply compliance constitutional unconstitutional prohibit ban barred defiance infringe
link: related connected linked tied link tie connection relation unrelated motive motivated response involve involved involvement
truth: true false untrue truth lie lied fabricate fabricated hoax baseless unfounded accurate inaccurate mislead misleading
video: video footage camera surveillance tape recording recordings filmed
work: job employment unemployment hire hiring workforce employ jobless
money: fund funding paid pay payment finance financed
threat: threat risk danger dangerous safe safety unsafe endanger harm harmful threatening threaten brandish
bias: bias biased political politically politics partisan politicized prejudice discrimination discriminate discriminatory unfair unfairly favor motivation ideological
force: force forced provoke provoked defend self-defense threatened
knowledge: know knew known aware unaware knowledge knowing informed
fair: fair unfair just unjust appropriate inappropriate proper improper
win: win won victory lose lost defeat
deal: deal agreement accord agree agreed pact
purpose: purpose aim intend intended intention meant goal effort
search: search wand pat frisk screen detector
violence: violence violent clash unrest fight riot battle peaceful quiet calm
explosive: explode explosive detonate explosion hoax
change: change reverse reversal shift abandon waver softening unchanged
expensive: expensive affordable unaffordable cheap costly
certain: certain sure settled final definite
coup: coup overthrow oust ouster topple
carry: carry carried hold holding brandish possess
data: data evidence proof prove study studied science scientific statistics statistical
court: court case litigation lawsuit suit judge ruling trial
torture: torture abuse mistreat mistreatment tortured abused
weapon: weapon gun armed unarmed firearm rifle pistol handgun knife
arrest: arrest arrested custody detained apprehended
hack: hack hacked hacking breach breached intrusion
leak: leak leaked disclose disclosed disclosure unauthorized
resign: resign resigned resignation retire retired retirement quit oust fired step
`;

const matters = new Map<string, string>();
for (const line of MATTERS.trim().split('\n')) {
  const [name, words] = line.split(': ');
  for (const word of words?.split(' ') ?? []) if (name && !matters.has(stem(word))) matters.set(stem(word), `~${name}`);
}

/** The matter that a stem tells of. */
export function matterOf(root: string): string | undefined {
  return matters.get(root);
}
