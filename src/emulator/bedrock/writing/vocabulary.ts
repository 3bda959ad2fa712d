/** A few hundred English words with their German and French counterparts, one a line. */

const rows = `
a|ein|un
about|über|sur
above|über|au-dessus
accuracy|Genauigkeit|précision
across|über|à travers
after|nach|après
air|Luft|air
all|alle|tous
almost|fast|presque
also|auch|aussi
always|immer|toujours
among|unter|parmi
an|ein|un
analysis|Analyse|analyse
and|und|et
animals|Tiere|animaux
answer|Antwort|réponse
approach|Ansatz|approche
are|sind|sont
as|als|comme
at|bei|à
based|basierend|basé
be|sein|être
because|weil|parce que
been|gewesen|été
before|vor|avant
behaviour|Verhalten|comportement
best|beste|meilleur
better|besser|mieux
between|zwischen|entre
birds|Vögel|oiseaux
blue|blau|bleu
both|beide|les deux
but|aber|mais
by|durch|par
can|kann|peut
case|Fall|cas
cases|Fälle|cas
cat|Katze|chat
cells|Zellen|cellules
change|Änderung|changement
changes|Änderungen|changements
children|Kinder|enfants
cities|Städte|villes
city|Stadt|ville
climate|Klima|climat
cold|kalt|froid
compare|vergleichen|comparer
compared|verglichen|comparé
conditions|Bedingungen|conditions
cost|Kosten|coût
data|Daten|données
day|Tag|jour
days|Tage|jours
different|verschiedene|différents
disease|Krankheit|maladie
dog|Hund|chien
during|während|pendant
each|jede|chaque
early|früh|tôt
effect|Wirkung|effet
effects|Wirkungen|effets
energy|Energie|énergie
evidence|Belege|preuves
example|Beispiel|exemple
experiment|Versuch|expérience
experiments|Versuche|expériences
fast|schnell|rapide
few|wenige|peu
field|Feld|champ
find|finden|trouvons
findings|Ergebnisse|résultats
first|erste|premier
five|fünf|cinq
food|Nahrung|nourriture
for|für|pour
forest|Wald|forêt
found|gefunden|trouvé
four|vier|quatre
from|von|de
good|gut|bon
green|grün|vert
group|Gruppe|groupe
groups|Gruppen|groupes
growth|Wachstum|croissance
has|hat|a
have|haben|avons
health|Gesundheit|santé
heat|Wärme|chaleur
here|hier|ici
high|hoch|élevé
higher|höher|plus élevé
house|Haus|maison
how|wie|comment
however|jedoch|cependant
human|menschlich|humain
if|wenn|si
in|in|dans
increase|Zunahme|augmentation
increased|gestiegen|augmenté
into|in|dans
is|ist|est
it|es|il
its|seine|son
knowledge|Wissen|savoir
language|Sprache|langue
large|groß|grand
learning|Lernen|apprentissage
less|weniger|moins
light|Licht|lumière
long|lang|long
low|niedrig|faible
lower|niedriger|plus faible
many|viele|beaucoup de
may|kann|peut
measure|messen|mesurer
measured|gemessen|mesuré
method|Methode|méthode
methods|Methoden|méthodes
model|Modell|modèle
models|Modelle|modèles
month|Monat|mois
months|Monate|mois
more|mehr|plus
most|meisten|la plupart
must|muss|doit
near|nahe|près
network|Netz|réseau
networks|Netze|réseaux
new|neu|nouveau
night|Nacht|nuit
no|kein|aucun
not|nicht|pas
number|Zahl|nombre
of|von|de
old|alt|vieux
on|auf|sur
one|ein|un
only|nur|seulement
open|offen|ouvert
or|oder|ou
other|andere|autre
our|unser|notre
over|über|sur
paper|Arbeit|article
part|Teil|partie
patients|Patienten|patients
people|Menschen|personnes
plants|Pflanzen|plantes
present|stellen vor|présentons
problem|Problem|problème
problems|Probleme|problèmes
process|Prozess|processus
propose|schlagen vor|proposons
question|Frage|question
rate|Rate|taux
red|rot|rouge
reduce|verringern|réduire
reduced|verringert|réduit
report|berichten|rapportons
research|Forschung|recherche
result|Ergebnis|résultat
results|Ergebnisse|résultats
risk|Risiko|risque
river|Fluss|fleuve
school|Schule|école
sea|Meer|mer
second|zweite|deuxième
seven|sieben|sept
several|mehrere|plusieurs
show|zeigen|montrons
shows|zeigt|montre
significant|signifikant|significatif
similar|ähnlich|semblable
simple|einfach|simple
six|sechs|six
small|klein|petit
soil|Boden|sol
some|einige|quelques
species|Arten|espèces
strong|stark|fort
students|Studenten|étudiants
study|Studie|étude
such|solche|tel
suggest|legen nahe|suggèrent
summer|Sommer|été
sun|Sonne|soleil
system|System|système
systems|Systeme|systèmes
task|Aufgabe|tâche
tasks|Aufgaben|tâches
temperature|Temperatur|température
ten|zehn|dix
test|Test|test
than|als|que
that|dass|que
the|die|le
their|ihre|leur
them|sie|les
then|dann|alors
there|dort|là
these|diese|ces
they|sie|ils
this|diese|cette
three|drei|trois
through|durch|à travers
time|Zeit|temps
times|Mal|fois
to|zu|à
town|Stadt|ville
training|Training|entraînement
treatment|Behandlung|traitement
tree|Baum|arbre
trees|Bäume|arbres
two|zwei|deux
under|unter|sous
use|verwenden|utilisons
used|verwendet|utilisé
using|mit|avec
very|sehr|très
was|war|était
water|Wasser|eau
way|Weg|voie
we|wir|nous
week|Woche|semaine
weeks|Wochen|semaines
were|waren|étaient
when|wenn|quand
where|wo|où
whether|ob|si
which|die|qui
while|während|tandis que
white|weiß|blanc
who|wer|qui
wind|Wind|vent
winter|Winter|hiver
with|mit|avec
within|innerhalb|dans
without|ohne|sans
work|Arbeit|travail
world|Welt|monde
year|Jahr|an
years|Jahre|ans
young|jung|jeune
`

const tables = new Map<string, Map<string, string>>()

/** English word, in lower case, to word; empty for languages that are not kept. */
export function vocabulary(code: string): ReadonlyMap<string, string> {
  const column = { de: 1, fr: 2 }[code]
  if (column === undefined) return new Map()
  const known = tables.get(code)
  if (known) return known
  const table = new Map(
    rows
      .trim()
      .split('\n')
      .map(row => row.split('|'))
      .map(words => [words[0] ?? '', words[column] ?? ''] as const)
  )
  tables.set(code, table)
  return table
}
