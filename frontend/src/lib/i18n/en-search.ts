/**
 * The words in which people look for something, beside those that an exercise says itself. In small letters, without
 * apostrophes; endings do not matter ('walking' finds 'walk').
 */
export const enSearch = {
  /** Said with everything, and so telling nothing. */
  empty:
    'a about again all am an and any anything are as at be because but can do for from get give got has have how i id ill im in is it its ive just lately like lot make me my myself need of on or please right really so some something that the them then there these they thing this to too up very want was we what when where which with would you your now today feel feeling feels help cant dont',
  /** These say that things seem unreal; then only grounding is found. */
  unreal:
    'unreal foggy fog dissociate dissociated dissociating dissociation derealisation derealization depersonalisation depersonalization dreamlike dreamy detached detachment floating faraway zoned spaced',
  /** What is meant along with a word. */
  also: {
    '1': 'one',
    '2': 'two',
    '3': 'three',
    '4': 'four',
    '5': 'five',
    '7': 'seven',
    '8': 'eight',
    '478': 'seven',
    '54321': 'senses',
    afraid: 'fear',
    animals: 'animal',
    burnout: 'tired',
    cold: 'cool',
    cry: 'sad',
    cuddle: 'kind hand',
    dance: 'song',
    exhausted: 'tired',
    forest: 'walk',
    gratitude: 'thanks enough',
    hug: 'kind hand',
    humming: 'hum',
    ice: 'cool',
    medication: 'medicine',
    medicines: 'medicine',
    music: 'song',
    nature: 'walk',
    outside: 'outdoors walk',
    pills: 'medicine',
    ptsd: 'flashback',
    run: 'walk',
    running: 'walk',
    sing: 'song hum',
    smell: 'senses',
    swim: 'water',
    tapping: 'tap',
    taste: 'senses',
    thankful: 'thanks enough',
    trauma: 'flashback',
    yoga: 'stretch chair',
  },
  need: {
    unreal:
      'unreal foggy fog dissociate dissociation derealisation derealization depersonalisation depersonalization dreamlike detached floating glass far away spaced zoned anchor',
    flat: 'flat empty nothing blank bored boring dull grey gray dead low down depressed depression sad meaningless unmotivated lazy stuck',
    too_much:
      'much panic panicking anxious anxiety nervous overwhelm overwhelmed stress stressed tense angry anger rage racing flashback scared afraid fear upset triggered overload calm restless worry worried',
    cannot_sleep:
      'sleep sleepless asleep insomnia awake night bed bedtime nightmare dream rest wake evening',
    with_someone:
      'someone friend friends partner together family child kids company people couple pair',
  },
  kind: {
    acknowledge: 'acknowledge kind kindness compassion accept gentle name admit notice',
    breathwork: 'breath breathe breathing breathwork air sigh inhale exhale lungs pranayama',
    movement: 'move movement body exercise physical active activity',
    grounding: 'ground grounding anchor present here senses',
    mindfulness: 'mindful mindfulness meditate meditation attention observe aware quiet still',
    writing: 'write writing journal diary page words pen text notebook',
    others: 'people friend talk tell contact lonely alone loneliness call message support',
    creativity: 'create creative creativity art make play',
    understanding: 'understand learn why read explain knowledge facts',
  },
  energy: {
    low: 'easy gentle tired weak little',
    medium: '',
    high: 'energetic strong workout',
  },
  place: {
    in_bed: 'bed lying',
    in_public: 'public bus train office school work outside',
    outdoors: 'outdoors outside garden park',
    no_one_notices: 'secret secretly discreet hidden invisible unnoticed meeting',
  },
  posture: { lying: 'lying lie', sitting: 'sitting sit', standing: 'stand', walking: '' },
  anchor: {
    breath: '',
    body: 'body',
    touch: 'touch hand hands',
    sight: 'look see eyes',
    sound: 'listen hear sound sounds ears',
    facts: 'facts think',
    senses: 'senses',
  },
  tool: {
    page: 'write journal page',
    dissolving_page: 'write journal page dissolve burn forget',
    doodle: 'draw drawing doodle sketch scribble paint pencil',
    colours: 'colour color paint painting draw',
    sounds: 'music sound rhythm drum tap instrument song',
    six_words: 'write story poem words',
    textures: 'photo photos camera picture texture',
  },
}
