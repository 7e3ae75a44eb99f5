// The words the rules of extraction know: reporting verbs, titles, roles, kinds of organisations, first names, places.

const listOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
const phrasesOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s*,\s*/));

/**
 * How a verb takes what is said: `say` with or without 'that', `tell` after whom it is told, `think` and `show` of minds and
 * findings, `that` only before 'that', `ask` only before a question; `quote` only beside words in quotation marks.
 */
export type Reporting = 'say' | 'tell' | 'think' | 'show' | 'that' | 'ask' | 'quote';

/** One verb a line: base, third person, past, participle where it differs, -ing. */
const VERBS: Record<Reporting, string> = {
  say: `say says said saying
    state states stated stating
    claim claims claimed claiming
    argue argues argued arguing
    assert asserts asserted asserting
    add adds added adding
    note notes noted noting
    observe observes observed observing
    explain explains explained explaining
    report reports reported reporting
    write writes wrote written writing
    insist insists insisted insisting
    contend contends contended contending
    suggest suggests suggested suggesting
    announce announces announced announcing
    confirm confirms confirmed confirming
    admit admits admitted admitting
    acknowledge acknowledges acknowledged acknowledging
    concede concedes conceded conceding
    stress stresses stressed stressing
    emphasise emphasises emphasised emphasising
    emphasize emphasizes emphasized emphasizing
    declare declares declared declaring
    allege alleges alleged alleging
    conclude concludes concluded concluding
    predict predicts predicted predicting
    estimate estimates estimated estimating
    reply replies replied replying
    tweet tweets tweeted tweeting
    complain complains complained complaining
    warn warns warned warning
    theorise theorises theorised theorising
    theorize theorizes theorized theorizing
    speculate speculates speculated speculating
    reiterate reiterates reiterated reiterating
    deny denies denied denying
    quip quips quipped quipping
    joke jokes joked joking
    boast boasts boasted boasting
    reckon reckons reckoned reckoning
    hint hints hinted hinting
    affirm affirms affirmed affirming
    opine opines opined opining
    lament laments lamented lamenting
    remark remarks remarked remarking
    profess professes professed professing
    forecast forecasts forecast forecasting
    forecast forecasts forecasted forecasting
    counter counters countered countering
    caution cautions cautioned cautioning
    clarify clarifies clarified clarifying
    attest attests attested attesting
    testify testifies testified testifying
    pledge pledges pledged pledging
    promise promises promised promising
    vow vows vowed vowing
    hypothesise hypothesises hypothesised hypothesising
    hypothesize hypothesizes hypothesized hypothesizing
    posit posits posited positing
    propose proposes proposed proposing
    recommend recommends recommended recommending
    recall recalls recalled recalling
    maintain maintains maintained maintaining
    retort retorts retorted retorting
    rule rules ruled ruling`,
  tell: `tell tells told telling
    inform informs informed informing
    assure assures assured assuring
    remind reminds reminded reminding
    convince convinces convinced convincing
    persuade persuades persuaded persuading
    advise advises advised advising
    notify notifies notified notifying`,
  think: `think thinks thought thinking
    believe believes believed believing
    know knows knew known knowing
    feel feels felt feeling
    hope hopes hoped hoping
    fear fears feared fearing
    suspect suspects suspected suspecting
    realise realises realised realising
    realize realizes realized realizing
    doubt doubts doubted doubting
    guess guesses guessed guessing
    assume assumes assumed assuming
    expect expects expected expecting
    understand understands understood understanding
    imagine imagines imagined imagining
    wish wishes wished wishing
    agree agrees agreed agreeing
    accept accepts accepted accepting
    worry worries worried worrying
    anticipate anticipates anticipated anticipating`,
  show: `find finds found finding
    show shows showed shown showing
    reveal reveals revealed revealing
    indicate indicates indicated indicating
    discover discovers discovered discovering
    learn learns learned learning
    learn learns learnt learning
    demonstrate demonstrates demonstrated demonstrating
    prove proves proved proven proving`,
  that: `determine determines determined determining
    highlight highlights highlighted highlighting
    underscore underscores underscored underscoring
    reason reasons reasoned reasoning
    underline underlines underlined underlining
    specify specifies specified specifying
    relate relates related relating
    recount recounts recounted recounting
    disclose discloses disclosed disclosing
    mention mentions mentioned mentioning
    point points pointed pointing
    signal signals signaled signalled signalling signaling
    hear hears heard hearing
    see sees saw seen seeing
    notice notices noticed noticing
    remember remembers remembered remembering
    recognise recognises recognised recognising
    recognize recognizes recognized recognizing
    decide decides decided deciding
    demand demands demanded demanding
    urge urges urged urging
    request requests requested requesting
    agree agrees agreed agreeing
    argue argues argued arguing
    comment comments commented commenting
    consider considers considered considering
    calculate calculates calculated calculating
    establish establishes established establishing
    judge judges judged judging
    require requires required requiring
    identify identifies identified identifying
    reflect reflects reflected reflecting
    illustrate illustrates illustrated illustrating
    reaffirm reaffirms reaffirmed reaffirming
    repeat repeats repeated repeating
    stipulate stipulates stipulated stipulating
    infer infers inferred inferring
    confess confesses confessed confessing
    swear swears swore sworn swearing
    concur concurs concurred concurring
    advocate advocates advocated advocating
    dispute disputes disputed disputing
    suggest suggests suggested suggesting`,
  ask: `ask asks asked asking
    wonder wonders wondered wondering
    question questions questioned questioning
    inquire inquires inquired inquiring
    enquire enquires enquired enquiring
    describe describes described describing
    detail details detailed detailing
    outline outlines outlined outlining
    examine examines examined examining
    discuss discusses discussed discussing`,
  quote: `comment comments commented commenting
    continue continues continued continuing
    respond responds responded responding
    answer answers answered answering
    read reads read reading
    go goes went going
    joke jokes joked joking
    shout shouts shouted shouting
    exclaim exclaims exclaimed exclaiming
    quote quotes quoted quoting
    sing sings sang singing
    call calls called calling
    post posts posted posting
    publish publishes published publishing
    begin begins began beginning
    conclude concludes concluded concluding
    enthuse enthuses enthused enthusing
    describe describes described describing
    criticise criticises criticised criticising
    criticize criticizes criticized criticizing
    praise praises praised praising
    ask asks asked asking
    urge urges urged urging
    whisper whispers whispered whispering
    cry cries cried crying
    muse muses mused musing
    proclaim proclaims proclaimed proclaiming
    elaborate elaborates elaborated elaborating`,
};

/** What a form of a reporting verb is: its base, how it takes what is said, and whether it is an -ing form. */
export type ReportingVerb = {
  base: string;
  takes: ReadonlySet<Reporting>;
  tense: 'base' | 'present' | 'past' | 'ing';
};
export const REPORTING: ReadonlyMap<string, ReportingVerb> = (() => {
  const verbs = new Map<string, { base: string; takes: Set<Reporting>; tense: ReportingVerb['tense'] }>();
  for (const [takes, lines] of Object.entries(VERBS) as [Reporting, string][])
    for (const line of lines.split('\n')) {
      const forms = line.trim().split(/\s+/);
      for (const [index, form] of forms.entries()) {
        const tense = form.endsWith('ing') ? 'ing' : index === 0 ? 'base' : index === 1 ? 'present' : 'past';
        const verb = verbs.get(form) ?? { base: forms[0]!, takes: new Set<Reporting>(), tense };
        verb.takes.add(takes);
        verbs.set(form, verb);
      }
    }
  return verbs;
})();

/** Forms of reporting verbs that are nouns as often. */
export const NOUN_TOO =
  listOf(`claim claims report reports note notes comment comments estimate estimates hope hopes fear
  fears doubt doubts guess state states reply replies tweet tweets warning stress promise promises pledge pledges vow vows
  finding findings feeling feelings thought thoughts forecast forecasts reason reasons request requests demand demands
  question questions answer answers post posts joke jokes hint hints show shows wish wishes learning reading meaning saying
  teaching understanding hearing point points signal signals judge judges wonder wonders measure call calls ruling rule
  rules suspect suspects counter counters caution detail details outline outlines highlight highlights dispute disputes
  remark remarks read cry cries boast worry worries recall beginning notice notices mention mentions being`);

/** Nouns that a 'that' clause tells the content of, said by whoever the sentence is about. */
export const CONTENT_NOUNS =
  listOf(`claim statement view opinion belief conclusion suggestion argument assertion allegation
  hope fear idea concern feeling sensation notion warning finding prediction impression assumption accusation complaint
  recommendation promise commitment pledge assurance news rumour rumor theory hypothesis case fact evidence
  claims statements views opinions beliefs conclusions suggestions arguments assertions allegations hopes fears ideas
  concerns feelings warnings findings predictions assumptions accusations complaints recommendations promises pledges
  assurances rumours rumors theories criticism criticisms suspicion suspicions admission insistence announcement
  intention expectation determination presumption message advice point reports
  revelation revelations acknowledgement confirmation worry worries reassurance reassurances objection objections`);

/** Adjectives of minds that take a clause: 'is concerned that'. */
export const MIND_ADJECTIVES =
  listOf(`concerned worried confident sure certain convinced aware afraid hopeful clear adamant
  optimistic glad sorry proud pleased delighted disappointed surprised alarmed unaware skeptical sceptical satisfied
  encouraged heartened reassured relieved saddened shocked appalled dismayed frustrated unhappy happy grateful
  thankful mindful conscious determined`);

/** Words for people that stand before a name. */
export const TITLES =
  listOf(`mr mrs ms miss mx dr doctor prof professor sir dame lord lady baroness baron rev reverend
  father sister brother president senator sen congressman congresswoman representative rep governor gov mayor chancellor
  minister secretary ambassador judge justice general gen colonel col captain capt lieutenant lt sergeant sgt major maj
  admiral commander detective inspector superintendent constable officer chief king queen prince princess pope bishop
  archbishop cardinal rabbi imam sheikh emperor councillor cllr director chairman chairwoman chair coach manager
  spokesman spokeswoman spokesperson actor actress singer musician author writer journalist reporter editor founder
  co-founder analyst economist historian scientist researcher attorney lawyer solicitor barrister rapper comedian
  footballer striker goalkeeper midfielder defender referee driver pilot astronaut coauthor co-author candidate
  leader activist artist painter producer filmmaker ceo cfo cto premier taoiseach mp msp premier dean provost principal
  headteacher headmaster nurse teacher student blogger poet novelist philosopher physicist chemist biologist engineer
  commissioner deputy undersecretary lecturer magistrate speaker coun ald alderman datuk dato seri shri haji herr
  frau madame monsieur señor senor signor viscount earl duke duchess countess marquess trooper sheriff rt hon`);

/** Nouns for people by what they are or do: the head of a role phrase. */
export const ROLES =
  listOf(`spokesman spokeswoman spokesperson director chief president vice-president chairman chairwoman
  chair chairperson leader head inspector minister secretary officer official officials manager founder co-founder
  author authors coauthor co-author professor lecturer academic academics researcher researchers scientist scientists
  expert experts analyst analysts economist economists critic critics campaigner campaigners activist activists
  lawyer lawyers attorney attorneys judge judges police investigators prosecutor prosecutors editor editors
  journalist journalists reporter reporters writer blogger poster columnist historian teacher teachers doctor doctors
  nurse nurses parent parents student students resident residents witness witnesses victim victims worker workers
  councillor councillors mayor governor senator senators ambassador commissioner coach captain player players
  spokespeople representative representatives organiser organisers organizer organizers authorities politician
  politicians politician lawmakers lawmaker member members deputy undersecretary premier chancellor king queen pope
  bishop archbishop general commander sheriff sergeant detective team inspectors directors staff observers
  supporters opponents protesters demonstrators people men women children families patients users customers
  voters owners owner father mother son daughter brother sister wife husband friend friends colleague colleagues
  neighbour neighbours neighbor neighbors boss ceo executive executives principal headteacher dean provost
  commentator commentators engineer engineers developer developers psychologist physicist biologist chair
  consultant consultants adviser advisers advisor advisors aide aides source sources passenger passengers driver`);

/** Nouns for what is published, as speakers. */
export const REPORTS =
  listOf(`report review study survey evaluation analysis research paper consultation inquiry enquiry
  investigation audit assessment framework statement letter article document guidance findings results data figures
  statistics poll evidence inspection inspections reports studies research records documents survey surveys post posts
  posting blog website editorial email memo release page section book history census notice petition complaint
  lawsuit ruling judgment judgement verdict law bill tests test experiments experiment reviews`);

/** Words that make a capitalised phrase an organisation. */
export const ORGANISATION_WORDS =
  listOf(`council councils department ministry association university college school academy
  institute institution foundation trust agency authority office commission committee board bureau service services
  society union federation league party parliament congress senate assembly court police bank group company
  corporation corp inc ltd llc plc gmbh limited partners holdings associates club team fc united city rovers museum
  gallery church hospital clinic centre center laboratory laboratories lab labs network alliance coalition campaign
  movement organisation organization program fund press times post herald tribune gazette guardian
  telegraph news media broadcasting corporation airlines airways  force army navy nations embassy consulate
  administration cabinet treasury secretariat inspectorate ombudsman regulator council consortium cooperative
  government forum initiative project industries systems technologies software records studios entertainment
  publishing orchestra theatre theater band legion guild chamber confederation fellowship lodge order
  republicans democrats conservatives greens liberals labour unionists parliament commons lords house
  taskforce force task unit division branch directorate partnership partnerships  journal
  magazine  weekly daily sun mirror observer chronicle express wire agency agence reuters
  district county borough brigade regiment battalion squadron corps guard militia front front liberation
  boys brothers airlines railway railways motors electric energy oil gas
  tv radio television municipality diocese archdiocese co nv spa lbc mbc rbc mdc
  reserve pharmaceuticals insurance mutual financial capital ventures bancorp stores supermarkets foods brewery`);

/** Bodies known everywhere, or to whoever writes of children and councils in England, whose names tell of none. */
export const WELL_KNOWN =
  phrasesOf(`ofsted, ofcom, ofgem, ofwat, ofqual, estyn, cafcass, coram, barnardos, unison, usdaw, mencap, nacro, catch22,
  centrepoint, childline, nesta, policy exchange, ippr, resolution foundation, nuffield trust,
  joseph rowntree foundation, research in practice, skills for care, social finance, capita, serco, g4s, atos,
  deloitte, accenture, mckinsey, kpmg, pwc, impower, newton europe, scie, adcs, basw, lga, nspcc, rnib, rspca,
  nao, hmcts, nhs england, nhs, cqc, hmicfrs, cabinet office, foreign office, hm treasury, scotland yard,
  interpol, europol, opec, nato, unicef, unesco, unhcr, oxfam, greenpeace, wikileaks, hamas,
  hezbollah, al-qaeda, isis, boko haram, al-shabaab, farc, hizbollah, fatah, amazon, netflix, instagram,
  whatsapp, tiktok, linkedin, snapchat, reddit, spotify, uber, airbnb, tesla, spacex, samsung, huawei, nokia,
  sony, toyota, honda, nissan, volkswagen, bmw, renault, boeing, airbus, lockheed, exxonmobil, chevron,
  gazprom, aramco, walmart, tesco, asda, morrisons, lidl, aldi, ikea, adidas, unilever, nestle, nestlé, pfizer,
  astrazeneca, moderna, novartis, roche, bayer, siemens, vodafone, verizon, barclays, hsbc, lloyds, natwest,
  santander, goldman sachs, morgan stanley, jpmorgan, citigroup, mastercard, starbucks, ryanair, easyjet,
  lufthansa, qantas, wikipedia, bloomberg, al jazeera, huffpost, buzzfeed, politico, axios, likud, fidesz,
  sinn féin, sinn fein, plaid cymru, fine gael, fianna fáil, fianna fail`);

/** Words in capitals that name no organisation. */
export const NOT_ORGANISATIONS =
  listOf(`i a ii iii iv v vi vii viii ix x us uk usa eu uae ussr gmt utc est pst edt bst am pm
  ad bc ce bce tv dna rna hiv aids covid covid-19 gdp vat ok pdf html http url www dvd cd pc usb phd ba ma bsc msc mba
  cv id it faq gcse a-level it vip nato-led la ny nyc dc ceo cfo cto mp mps msp qc kc obe mbe cbe ps sc re q ufo gps
  mot dcs dcss hmi lac cin ehc ehcp nqt sen sms wifi wi-fi 3d 2d xi xii xiii xx xxi asap diy atm suv iq lgbt lgbtq send pm ph ufc ad
  reuse r.i.p rip jpg png mr mrs ms dr image images photo picture file credit source`);

/** Days, months and other words written with a capital that name nobody. */
export const NOT_NAMES =
  listOf(`monday tuesday wednesday thursday friday saturday sunday january february march april may
  june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec christmas
  easter ramadan english british american french german italian spanish russian chinese japanese indian australian
  canadian european african asian irish scottish welsh israeli palestinian iraqi iranian afghan turkish greek polish
  dutch swedish norwegian danish finnish portuguese brazilian mexican korean vietnamese thai pakistani egyptian syrian
  libyan saudi arab arabic latin jewish muslim muslims christian christians catholic catholics protestant islamic
  islam christianity judaism buddhism hindu hindus buddhist jews sikh americans britons europeans africans asians
  germans russians internet web god bible quran act bill chapter section article part figure table
  north south east west northern southern eastern western central mr mrs ms the this that these those it he she
  they we you i his her their our my its a an and but or if when while after before in on at by for with from to of
  as so yet no yes not there here what why how who whom whose which where also however meanwhile although though
  because since until during despite unlike like such many most some all any each every both few several more other
  another one two three four five six seven eight nine ten first second third last next today yesterday tomorrow now
  then earlier later recently currently according image photo picture file related sources source external links
  share comments subscribe read click print email advertisement copyright pictured above below left right
  officials police inspectors researchers scientists experts critics councils councillors directors parents teachers
  children social workers people residents members supporters doctors lawyers investigators prosecutors authorities
  mps politicians students academics managers staff families judgments judgements responding speaking asked based
  published launched founded born previously overall rather though only just even still once twice again perhaps
  maybe certainly clearly obviously finally firstly secondly thirdly additionally furthermore moreover nevertheless
  nonetheless therefore thus hence instead indeed similarly likewise otherwise fortunately unfortunately sadly
  hopefully apparently reportedly allegedly critically importantly interestingly notably particularly specifically
  generally usually typically often sometimes never always ever almost nearly about over under between among through
  throughout within without against toward towards across along around behind beside besides beyond inside outside
  near off onto out up down upon via per plus minus versus vs let do does did don't is are was were be been being has
  have had having can could will would shall should might must may good bad new old great little much very well
  latest featured recent popular breaking upcoming
  majesty highness honour excellency please thank thanks welcome hello hi dear sincerely regards having given following increased increasing high low`);

/** Countries, parts of them, large cities, and where there are councils with children’s services, in small letters. */
export const PLACES =
  phrasesOf(`afghanistan, albania, algeria, angola, antarctica, argentina, armenia, australia, austria, azerbaijan, bahrain, 
  bangladesh, belarus, belgium, benin, bolivia, bosnia, botswana, brazil, britain, great britain, bulgaria, 
  burma, burundi, cambodia, cameroon, canada, chad, chile, china, colombia, congo, costa rica, croatia, cuba, 
  cyprus, czech republic, denmark, dubai, ecuador, egypt, el salvador, england, eritrea, estonia, ethiopia, 
  europe, fiji, finland, france, gabon, gambia, gaza, georgia, germany, ghana, greece, greenland, guatemala, 
  guinea, haiti, honduras, hong kong, hungary, iceland, india, indonesia, iran, iraq, ireland, northern ireland, 
  israel, italy, ivory coast, jamaica, japan, jordan, kazakhstan, kenya, kosovo, kuwait, kyrgyzstan, laos, 
  latvia, lebanon, liberia, libya, lithuania, luxembourg, macedonia, madagascar, malawi, malaysia, maldives, 
  mali, malta, mauritania, mauritius, mexico, moldova, monaco, mongolia, montenegro, morocco, mozambique, 
  myanmar, namibia, nepal, netherlands, new zealand, nicaragua, niger, nigeria, north korea, norway, oman, 
  pakistan, palestine, panama, papua new guinea, paraguay, peru, philippines, poland, portugal, puerto rico, 
  qatar, romania, russia, rwanda, samoa, saudi arabia, scotland, senegal, serbia, sierra leone, singapore, 
  slovakia, slovenia, somalia, south africa, south korea, south sudan, spain, sri lanka, sudan, sweden, 
  switzerland, syria, taiwan, tajikistan, tanzania, thailand, tibet, togo, tonga, trinidad, tunisia, turkey, 
  turkmenistan, uganda, ukraine, united kingdom, united states, united states of america, u.s., u.s, us, u.s.a., usa, u.k., uk, united arab emirates, 
  uruguay, uzbekistan, venezuela, vietnam, wales, west bank, yemen, zambia, zimbabwe, africa, asia, america, 
  north america, south america, latin america, middle east, alabama, alaska, arizona, arkansas, california, 
  colorado, connecticut, delaware, florida, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, 
  maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, 
  new hampshire, new jersey, new mexico, new york, new york city, north carolina, north dakota, ohio, oklahoma, 
  oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, 
  west virginia, wisconsin, wyoming, new south wales, queensland, tasmania, ontario, quebec, british columbia, 
  alberta, manitoba, nova scotia, saskatchewan, london, paris, berlin, rome, madrid, moscow, beijing, tokyo, 
  delhi, new delhi, mumbai, shanghai, sydney, melbourne, brisbane, perth, adelaide, canberra, auckland, 
  wellington, toronto, montreal, vancouver, ottawa, calgary, los angeles, san francisco, chicago, houston, 
  dallas, boston, philadelphia, phoenix, seattle, denver, miami, atlanta, detroit, baltimore, las vegas, 
  new orleans, washington, washington d.c., washington dc, manchester, birmingham, liverpool, leeds, sheffield, 
  bristol, newcastle, nottingham, leicester, cardiff, belfast, edinburgh, glasgow, aberdeen, dublin, cork, 
  oxford, cambridge, brighton, plymouth, southampton, portsmouth, norwich, coventry, bradford, hull, york, 
  doncaster, rotherham, sunderland, kent, essex, surrey, sussex, devon, cornwall, norfolk, suffolk, yorkshire, 
  lancashire, cumbria, hampshire, dorset, somerset, wiltshire, gloucestershire, oxfordshire, hertfordshire, 
  lincolnshire, derbyshire, staffordshire, worcestershire, cheshire, northumberland, amsterdam, brussels, vienna, 
  zurich, geneva, munich, hamburg, frankfurt, milan, naples, venice, florence, barcelona, lisbon, athens, 
  istanbul, ankara, jerusalem, tel aviv, baghdad, tehran, kabul, cairo, tripoli, nairobi, lagos, johannesburg, 
  cape town, seoul, pyongyang, bangkok, hanoi, jakarta, manila, kuala lumpur, karachi, islamabad, lahore, dhaka, 
  kathmandu, kolkata, chennai, bangalore, rio de janeiro, sao paulo, buenos aires, santiago, lima, bogota, 
  caracas, havana, mexico city, stockholm, oslo, copenhagen, helsinki, warsaw, prague, budapest, bucharest, 
  sofia, belgrade, kiev, kyiv, minsk, gulf of mexico, atlantic, pacific, mediterranean, earth, mars, moon,
  barking and dagenham, barking, dagenham, barnet, barnsley, bath and north east somerset, bedford,
  bedfordshire, central bedfordshire, bexley, blackburn, blackburn with darwen, blackpool, bolton, bournemouth,
  bracknell forest, brent, bromley, buckinghamshire, bury, calderdale, cambridgeshire, camden, cheshire east,
  cheshire west, croydon, darlington, derby, dudley, county durham, durham, ealing, east riding, east sussex,
  west sussex, enfield, gateshead, greenwich, hackney, halton, hammersmith and fulham, hammersmith, haringey,
  harrow, hartlepool, havering, herefordshire, hillingdon, hounslow, isle of wight, islington,
  kensington and chelsea, kingston upon hull, kingston upon thames, kirklees, knowsley, lambeth,
  leicestershire, lewisham, luton, medway, merton, middlesbrough, milton keynes, newham, northamptonshire,
  north yorkshire, south yorkshire, west yorkshire, nottinghamshire, oldham, peterborough, poole, reading,
  redbridge, redcar and cleveland, richmond upon thames, rochdale, rutland, salford, sandwell, sefton,
  shropshire, slough, solihull, southend-on-sea, southend, southwark, st helens, stockport, stockton-on-tees,
  stoke-on-trent, sutton, swindon, tameside, telford and wrekin, telford, thurrock, torbay, tower hamlets,
  trafford, wakefield, walsall, waltham forest, wandsworth, warrington, warwickshire, west berkshire,
  westminster, wigan, windsor and maidenhead, wirral, wokingham, wolverhampton, worthing, merseyside, tyneside,
  north tyneside, south tyneside, teesside, humberside, swansea, newport, wrexham, dundee, inverness, stirling,
  londonderry, galway, limerick, port moresby, khartoum, damascus, aleppo, beirut, amman, riyadh, doha,
  addis ababa, kinshasa, accra, harare, lusaka, kampala, kigali, dakar, rabat, algiers, tunis, quito, la paz,
  montevideo, san jose, san diego, sacramento, portland, milwaukee, cleveland, pittsburgh, minneapolis,
  st. paul, kansas city, oklahoma city, salt lake city, honolulu, anchorage, winnipeg, edmonton, halifax,
  hobart, darwin, christchurch, hamilton, suva, yangon, phnom penh, vientiane, ulaanbaatar, tashkent, baku,
  tbilisi, yerevan, riga, vilnius, tallinn, bratislava, ljubljana, zagreb, sarajevo, skopje, tirana, valletta,
  nicosia, reykjavik, luxembourg city, bern, basel, turin, palermo, seville, valencia, bilbao, porto,
  marseille, lyon, toulouse, bordeaux, lille, cologne, stuttgart, dresden, leipzig, krakow, gdansk, odessa,
  kharkiv, lviv, crimea, donetsk`);

/** Words between parts of a name. */
export const NAME_JOINTS = listOf(
  'of the for and & de la le du del di da dos von van der den bin ibn al el y e in on',
);
export const PERSON_JOINTS = listOf('de la le du del di da dos von van der den bin ibn al el');
