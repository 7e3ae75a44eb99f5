// First names of many countries, and which of them are those of women.
// Most are from Faker (https://github.com/faker-js/faker), copyright (c) Faker and its contributors, MIT licence.

const listOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** First names in small letters, without those that are words or places as often. */
export const FIRST_NAMES =
  listOf(`aadi aadidev aadinath aaditya aadrika aagam aagney aagneya aaliyah aalok aaltje aamod aanand aanandaswarup
  aanandinii aanjaneya aaratrika aaron aarya aaryan aarón aasa aasha aashritha aatmaj aatmaja aatreya
  aayushmaan aayushman abaco abagail abani abbie abbigail abbondanza abbondanzio abbondio abby abdiel abdon
  abdone abdonie abdou abdoul abdoulaye abdul abdullah abe abeiku abel abelard abelardo abelin abeline abena
  abenzio abhaidev abhaya abhirath abhisyanta abibatou abibo abigaelle abigail abigale abigayle abigaïl
  abimbola abisola abisoye abner abondance abou aboubacar abraham abramio abramo abril absalon abélard acace
  acacie acacio acanthe acario acaryatanaya accursio achaire achalesvara acharyanandana acharyasuta achille
  achintya achyut acilia acilio aciscolo acrisio ada adah adalard adalardo adalbald adalbaude adalberon
  adalbert adalberta adalberto adalbéron adalfredo adalgisa adalgiso adaline adalric adalrico adalsinde adam
  adama adamo adan adaugo addie addison addo addolorata adeboye adedayo adegoke adegrin adegrine adel adela
  adelajda adelardo adelasia adelbert adelberto adelchi adele adelfo adelgardo adelia adelie adelin adelina
  adeline adell adella adelle adelmo adelphe adeltrude adenet adeodat adeodato adheesh adhemar adhiraj adhrit
  adhémar adikavi adina adinath aditeya aditya adityanandan adityanandana adjutor adolf adolfo adolph adolphe
  adolphie adolphus adone adonis adonise adrain adrastee adrastée adrehilde adria adriaan adrian adriana
  adrianna adriano adriel adrien adrienne adrione adripathi advaya adwitiya adwoa adán adèle adélaïde adélie
  adéodat afia afonso afro afton afua agabio agamennone agapet agapito agasti agastya agata agathange agathe
  agathon agaton agazio agenore agesilao agilbert agilberte aglae aglaé agnan agnane agneflete agneflète agnes
  agnese agneta agneya agnieszka agnimitra agniprava agnivesh agnès agostina agostino agrata agrippa agrippin
  agrippine agrypina agustin agustina agustín ahalya ahilya ahmad ahmed ahmet aiace aicha aida aidan aidano
  aiden aileen aimable aime aimee aimone aimé aimée aisha aishani aissa aissata aissatou aiyana ajeet ajit
  akande akanni akeem akofa akorfa akos akosua akroor aksel akshainie akshaj akshat akshata akshayakeerti
  akshita akua akula akumaa akunna akwasi akwesi al alade aladino alain alaina alaine alais alamanno alan alana
  alanis alanna alano alarico alassane alayna alaïs alba alban albane albano alberade alberic alberico albert
  alberte albertha alberto albin albina alboino albrico albérade albéric alceo alceste alcibiade alcide alcidie
  alcime alcina alcine alcino alcyone alda aldegonde alden aldo aldobrando aldonce aldric alea aleandro aleardo
  aleaume alec aleen alejandra alejandrin alejandro alek aleksander aleksandra aleksy alena alene aleramo
  alessa alessandra alessandro alessia alessio aleth aletha alex alexa alexander alexandra alexandre alexandrea
  alexandria alexandrine alexandro alexane alexanne alexei alexie alexine alexis alexys alexzander aleyna alf
  alfio alfonsa alfonso alfonzo alford alfred alfreda alfredo algiso ali alia alica alice alicia alicja alida
  aliette alighiero alima alina aliou alioune alisa alisha alison alissa alistair alivia alix aliya aliza alize
  alizé aliénor allan allegra allen allene alliaume allie allison alma almerigo almine almire almiro alois
  aloise aloisio alok alonzo aloyse aloïs aloïse alparslan alphee alphonse alphonsine alphonso alphée alpinien
  alta altea althea althee althée alton alva alvah alvaro alvena alvera alverede alverta alverède alviero alvin
  alvina alvis alvise alwar alya alyce alycia alysa alysha alyson alyssa alysson alícia amabela amabile amadeo
  amadou amady amalia amaliane amalie amalric amalthee amalthée amanda amande amandin amandine amando amani
  amant amante amanzio amar amara amaranaath amarande amaranthe amaranto amaresh amari amarnath amata amath
  amato amatore amauri amaya ambar amber ambra ambre ambrogio ambroise ambroisie ambrose ambrosiano ambrozy
  ambroży amdy amedee amedeo amelia ameliane amelie amelien ameline amelio amely americo amerigo ameth
  amethyste ameyatma amico amie amiel amilcare amin amina aminat aminata aminte amintore aminu amir amira amish
  amit amiya amleto amodini amogh amone amore amos amparo ampelio amrit amrita amritambu amy amya amédée amélia
  améliane amélie amélien améthyste ana anaadi anabel anabelle anacleto anael anaelle anagh anahi anais anala
  anamika anand ananda anandamayi anang ananta anasooya anastacio anastase anastasia anastasie anastazja
  anasuya anatol anatole anatolie anaël anaëlle anaïs ancelin anceline ancilla andeol anders andoche andre
  andrea andreane andreanne andreas andree andrei andres andrew andromeda andrzej andré andrée andrés andy
  andzelika andéol anette angadreme angadrême ange angel angela angele angelica angelina angeline angelita
  angelo angie angilbe angilberte angilran angoustan angus angèle angélina angélique anibal anicee anicet
  aniceto anicette anicée aniello anika anil anila anilaabh anilabh anish anissa anita aniya aniyah anja anjali
  anjaneya anjushree anjushri ankal ann anna annabel annabell annabella annabelle annagrazia annalena annalise
  annamae annamaria annamarie annapurna anne anneke anneli annelie annemarie annemijn annetta annette anni
  annibal annibale annie annika annonciade annunziata anny anouar anouk ansaldo ansbert ansberte ansel anselme
  anselmo ansgar ansgary anshula ansley ansovino anstrudie antea antelmo antero anthelme anthelmette anthony
  antide antigone antimo antino antioco antoine antoinette anton antone antonella antonello antonetta antonette
  antoni antonia antonietta antonin antonina antonine antonio antony antwan antwon antónio antônio anuja anunay
  anuraag anurag anusuya anwesha anya anémone aphelie aphélie apollina apollinaire apollinare apollinary
  apolline apollo apollonia appia april apsara apuleio aquilin aquilino arabella arabelle araceli aracely
  araldo aras aratone arcadie arcadio archambaud archan archange archibald archie archimede archippo arcibaldo
  ardella arden ardith ardito arduino arely aresio argelia argimiro argine argo ariadna arialdo arian ariana
  ariane arianna ariberto aric aricie arie ariel ariele arielle arindam ariosto aris aristarco ariste aristeo
  aristide aristione aristo aristofane aristotele arjun arkadiusz arkady arlene arlette arlie arlo armance
  armand armande armandine armando armani armel armeline armelle armida armide armine arminio arnaldo arnaud
  arnaude arne arnesh arno arnold arnoldo arnould arnulfo arolde aron arona aronne arrigo arsene arsenie
  arseniusz arsinoe arsinoé arsène arsènie artemis artemisa arthaud artheme arthur arthurine arthème artur
  arturo artémis arun aruna arunthavanathan arved arvel arvid arvilla arwen arya aryanna arystarch asa ascanio
  ascelin asceline ascension asdrubale asel asella asha ashlee ashleigh ashlesh ashley ashly ashlynn ashok
  ashtyn asimodeo asiya aslesha assomption assunta assunto asta astarte astarté asterie asterio astianatte
  astou astree astrid astrée astérie asya ataleo atanasia atanasio atanazy athalie athanase athanasie athena
  athenais athina athos athénaïs atmaja atmanand atmananda atreyee atreyi atta attila attilano aube aubertine
  auberto aubree aubrey aubry audace aude audebert audeline audie audouin audra audran audreanne audrey augusta
  auguste augustina augustine augusto augustus aung aure aurea aurele aurelia aureliano aurelie aurelienne
  aurelio aurelle aurian auriane auro aurore aurèle aurélie aurélienne ausilia ausiliatrice ausilio austen
  austin austyn auxane auxence ava avadhesh avani avantika aveline averardo avery avigaelle avigaëlle avis
  avoye awesi axel axeline axelle ayana ayaz ayden ayebatari ayesha ayinde ayla ayleen aylin ayman aymard
  aymardine aymeric aymon aymonde ayoub ayse ayushmati azalee azalée azeglio azelia azelie azeline azelio azra
  azubuike azzurra azélie aïcha aïda aïssa aïssata aïssatou baaba baala baalaaditya baalagopaal babacar babette
  babila bacco badr bahula baidehi baijayanti bailey bakary bakula bala balaaditya balachandra baladitya
  balagopal balagovind balamani baldassarre balderico baldo baldomero baldovino baldwin balgopal balthazar
  bambina bandhu bandhul banji bankim bankimchandra bankole banna baptiste barack baran barbara barbarigo barbe
  barbro bardo bardomiano baris barnaba barnabe barnabé barney barrett barry barsaba barsimeo bart barthelemy
  bartholome barthélemy bartimee bartimée bartolo bartolomea bartolomeo barton basanti basile basileo basilia
  basilio basilisse bassiano bassilla bastiaan bastian bastiano bastien bathilde batilda battista batuhan
  baudouin baylee bazyli bea beata beato beatrice beatriz beatrycze beau beaulah becky bela belina belinda
  bella belle bellino beltramo ben benedetta benedetto benedict benedicte benedikt benedita benedykt bengt
  beniamin beniamina beniamino benicio benigna benigne benigno benito benja benjamim benjamin benjamín bennett
  benno benny benoit benoît bente benthe bentley benton benvenuta benvenuto benyamin benício beranger berangere
  berard berardo berat berend berengario berenice berkay bernadetta bernadette bernadine bernard bernardo bernd
  berneice bernhard bernice bernie berniece bernita beronico bert berta bertha berthe bertille bertoldo
  bertolfo bertram bertrand bessie beth bethany betina betsy betta bette bettie betty bettye beulah beuve bev
  beverley beverly bhaanumati bhaasvan bhaaswar bhadra bhadrak bhadraksh bhadran bhagavaan bhagirathi bhagvan
  bhagwanti bhagwati bhamini bhanumati bharadwaj bhardwaj bhargava bhargavi bhasvan bhaswar bhaumik bhavani
  bhaves bheeshma bhilangana bhima bhisham bhishma bhoj bhoopat bhoopati bhooshan bhooshit bhramar bhudev
  bhudeva bhupati bhupen bhushan bhushit bhuvanesh bhuvaneshwar biagio bianca bianka bibi bibiana bibianna
  bibiano bice bilal bill billie billy bilva bilwa bindo bineta bino binta bintou birane birgitta birgitte
  birino birjesh bishnu bjarne bjorn björn bjørn blaise blake blanca blanche blandine bo boas boaz bob bobbi
  bobbie bobby bodhan bodhi bodi boet bohemond bohémond bonagiunta bonaldo bonaventura bonavita boniface
  bonifacio bonita bonnie boris bortolo borys bouba boubacar boubou bouchard bowie boyd brad braden bradley
  bradly brady braeden brahma brahmaanand brahmabrata brahmanandam brahmdev brajan brajendra brajesh bram
  brancaleone brandi brando brandon brandt brandyn brannon branson braulio braxton brayan breana breanna
  breanne brenda brendan brenden brendon brenn brenna brennan brennon breno brent bret brett bria briac brian
  briana brianne brice bridget bridgette bridie brielle brieuc brigida brigitta brigitte brijesh brionna brisa
  britney brittany brock broderick brody brooke brooks bruce bruna brunehaut brunehilde brunilde bruno bruto
  bryan bryana bryant bryce brycen brygida bryon buchi buddhana buddy budhil buford bukola bulah burak burdette
  burley burnice byron bárbara béatrice bénigne bénédicte béranger bérangère bérard błażej cade caden caesar
  caetana caino caio caitlin caitlyn cal calanico calcedonio cale caleb calebe caleigh cali calista calixte
  callie callisto callum calogera calogero calpurnia calvin camelien cameron camila camilla camille camillien
  camillo camren camron camryn camylle camélien candace candelario candice candida candide candido cantidio
  canziano capitolina capucine cara carey caribert caridad carina carine carl carla carlee carles carleton
  carley carli carlie carlijn carlo carloman carlos carlota carlotta carmel carmela carmella carmelo carmen
  carminho carmo carol carola carolanne carole carolin carolina caroline carolyn carolyne caronte carponio
  carrie carroll carson carter cary cas casandra casey casilda casimer casimir casimira casimiro caspar casper
  cassandra cassandre cassiano cassidy cassien cassio cassiopea casto cataldo cataleya catalina catarina
  caterina catharina catharine catherine cathrine cathryn cathy cato catrin catullo caua cauã cayla ceasar
  cecco cecelia cecil cecile cecilia cecilie cecilio cecylia cecyliusz cecília cedric cedrick cedrik celeste
  celestin celestine celestino celia celien celina celine celinia celso cesaire cesar cesare cesario ceyda
  ceylin cezary chaanakya chaaruchandra chad chadd chadrick chaim chaitan chakor chakradhar chakravartee
  chakravarti chakrika chanakya chanda chandak chandan chandani chandi chandini chandira chandni chandra
  chandraayan chandrabhaga chandrabhan chandradev chandrakala chandraketu chandrakin chandramani chandramauli
  chandramohan chandran chandranath chandrani chandraprabha chandraswaroopa chandravati chanel chanelle chantal
  chapal chapala charak charlaine charleen charlemagne charlene charles charley charli charlie charline
  charlotta charlotte charuchandra charumati charuvrat charvi chasity chaten chatur chatura chaturaanan
  chaturbhuj chauncey chaya chayenne chaz cheikh cheikhou chekhouna chelsea chelsey chelsie cheng cherechi
  cherif cherubino cheryl chesley chester chet chetan chetanaanand cheyanne cheyenne chiaffredo chiamaka chiara
  chidaakaash chidaatma chidambar chidambaram chidananda childebert chilperic chilpéric chimamanda chinedu
  chinmayanand chinmayananda chinyere chiranjeev chiranjeeve chisom chitraksh chitrali chitramala chitrangada
  chizoba chloe chloé chretien chris christa christelle christer christiaan christian christiana christiane
  christiano christie christin christina christine christodule christoffer christop christoph christophe
  christopher christy chrysole chrysostome chrétien chuck chukwu chyna ciara cicero cielo cierra cindy cino
  cinzia cipriano cirano ciriaco cirilla cirillo cirino ciro citlalli claas claes clair claire clara clarabelle
  clare clarence clarenzio clarissa clarisse clark claud claude claudia claudie claudien claudine claudio claus
  clay clayton cleandre cleandro clelia clelie clemence clemens clement clemente clementina clemenzia clemmie
  cleo cleofe cleonico cleopatra cleora clery cleta cletus cleve cleveland clifford climaco clinio clint clio
  clive clodomiro clodoveo cloe clorinda clotaire clotilde clovis cloyd clyde cléandre clélie clémence clément
  clémentine cléry coby cody coen cointa colby coleman colette colin coline colins colleen collien collin
  colmanno colmazio colomba colombano colombo colt colten colton columbus concepcion concepción concetta
  concetto conchita concordio conner connie connor conor conrad consolata constanca constance constantin
  constança consuelo cora coralie coraline corbin corbiniano cordelia cordell cordia cordie corene coreno
  corentin corentine corey corine corinna corinne coriolano cornelia cornelio cornelis cornelius cornell
  coronato corrado corrine cortney corvin cory cosima cosimo cosma costante costantino costanza costanzo coty
  coumba courtney craig crawford cremenzio creola crescente crescenzia crescenzio crespignano crispino
  cristaldo cristian cristiana cristiano cristina cristián cristobal cristoforo cristopher cristóbal crocefissa
  crocefisso cronida cruz crystal crystel cullen cunegonda cuniberto cupido curtis cuzia cy cydney cynthia
  cyprien cyra cyriaque cyrielle cyril cyrille cyrus cyryl cécile cédric céleste célestin célestine célia
  célien céline césaire césar côme daan daantje daciano dacio daevi daevika dafne dagmar dagoberto daija daisha
  daisy daiwik dakota daksha dakshayani dale daley dalida dalila dallin dalmazio damaris damaso damayanti
  dameon damian damiana damiano damien damilare damilola damin damion damián damocle damodara damon dan dana
  dandak dandapaani dandre dane dangelo dani danial daniel daniela daniele daniella danielle danika danilo
  danio danique daniël danjuma dannie danny dante danyka daouda daphne daphnee daphney daphné darby darcy daren
  daria darian dariana darien darin dario darion darius dariusz darla darleen darlene darnell daron darrel
  darrell darren darrick darrin darrion darron darryl darshan darshwana darwin daryl dashawn dasia datta dave
  davey davi david davide davin davina davino davion davon davonte davy dawid dawn dawson dayaamay dayaananda
  dayaanidhi dayamayee dayana dayna dayne dayton dean deangelo deanna deb debbie debora deborah debra decimo
  declan dedric dedrick dee deeksha deen deenabandhu deepali deepan deepankar deependra deepesh deeptanshu
  deeptendu deeptiman deeptimay deeptimayee deeptimoy deeptimoyee deevakar defne degna deion deja dejah dejon
  dejuan delaney delbert delfina delfino delia delilah delinda delizia della delmer delores delpha delphia
  delphin delphine demarco demarcus demario demba demetria demetrio demetris demetrius demetriusz demi
  democrito demond demostene dena deneval denis denise deniz dennis denny deodata deodato deon deondre deontae
  deonte dereck derek derick deron derrick desdemona deshaun deshawn desiderato desiderio desiree desmond
  dessie destany destin destinee destiney destini devadatt devagya devajyoti devak devan devangana devani
  devante devasree devdan deven devesh deveshwar devi devika devin devonte devota devvrat devyn dewayne dewey
  dewi dewitt dexter dexx dhaanyalakshmi dhana dhanadeepa dhanalakshmi dhananjay dhanapati dhanesh dhanpati
  dhanu dhanvin dhara dharani dharitri dharmaketu dhatri dhruv dhyanesh dhyaneshwar di diana diane dianna
  dianne dianora diarra didier didimo diede diego dieke dieter dieudonne dieudonnee dieudonné dieudonnée
  dieynaba digambar digambara diksha dilara diletta dillan dillon dimitri dina dinakar dinesh dinis dinkar dino
  diocleziano diodata diodoro diogene diogo diomede dion dione dionigi dionisia dionisio dionizy dior dipali
  dipankar dipendra dipesh diptendu dirk divaakar divakar divjot divo divya djayden djenna djibril dmitri
  dmitry doda dodato dolly dolores dom domenic domenica domenick domenico domenik domezio domingo dominic
  dominik dominique domiziano don donald donata donatella donatello donato donavon donna donnell donnie donny
  dora dorcas doreen doriane doriano dorine doris dorit dorota dorotea doroteo dorothea dorothee dorothy
  dorothée dorris dortha dorthe dorthy douce doug douglas douwe dovie doyle drake draupadi drew dron drona
  druina duane duarte duccio duco dudley duilio dulari dulce dulina duncan durante durga durgeshwari durward
  dustin duuk dwaipayan dwaipayana dwayne dwight dylan dylano débora désiré eamonn earl earlene earline
  earnestine ebba eberardo ebiere ebiowei ebony ecclesio ecrin ed edda eddi eddie eddy edelberga eden edgar
  edgard edgardo edilberto edison edith editta edmee edmond edmondo edmund edmée edna edoardo edouard eduarda
  eduardo edvige edvin edward edwardo edwin edwina edyta edyth edythe eefje eekalabya effie efisio efraim
  efrain efrem efren egeo egidio eginardo egisto egizia egle eileen einar eino eirik ekaaksh ekadant ekaksh
  ekalavya ekaling ekaparnika ekdant ekow eladio elaide elaina elaine elakshi elanur elbert elda eldon eldora
  eldred eldridge elea eleanor eleanora eleanore eleazar electa elena elene eleni elenor elenora eleonora
  eleonore elettra eleuterio eleuthere elfrieda eli eliabeth eliah elian eliana eliane eliano elias eliasz elie
  eliezer elif elifio eligio elijah elimena elin elina eline elinor elinore elio eliodoro elisa elisabeth
  elisabetta elise elisea elisee eliseo elisha elisio elissa elita eliza elizabeth elize ella elle ellen elli
  ellie elliot elliott ellis ellsworth elly elmer elmira elmo elmore elna elnora eloa elodie elody elogio
  eloisa eloise elouise eloy eloá elpidio elroy elsa elsie elta elton elva elvera elvezio elvia elvie elvino
  elvira elvis elwin elwira elwyn elynn elyse elyssa elza elzbieta elzear elène elías elísio emanuel emanuela
  emanuele emanuelly emeka emelia emelie emeline emely emerance emerencie emeric emerson emidio emie emil emile
  emilia emilian emiliana emiliano emilie emilio emily emin emirhan emma emmalee emmanuel emmanuelle emmelie
  emmely emmerico emmett emmi emmie emmitt emmy emory empirio emre emília enakshi endrigo enea enecone enes
  enguerrand enid enie enimia enna ennio enno enoch enola enos enrica enrico enrique ensar enya enzo ephraim
  epiphane eracla eraclide eraldo erardo erasmo erast eray erberto ercolano ercole eren erenia eriberto eric
  erica erich erick ericka erico erik erika erin erling erma ermanno ermelinda ermenegarda ermenegilda
  ermenegildo ermes ermete ermilo erminia erminio erna ernest ernesta ernestina ernestine ernesto ernie eros
  ersilia ervin erwin eryn esau esaù esben esha eshana eshita esma esmee esmeralda esmée esperanza esra esse
  essie esta esteban estefania estefanía estel estela estell estella estelle estera esterina estevan esther
  estrella esuperio eterie etha ethan ethel ethelyn etienne ettie ettore eubert euclide eudes eudokia eudoksja
  eudora eudoxe eudoxie eufebio eufemia eufemio eufrasia eufronio eugene eugenia eugenie eugenio eugeniusz
  eugène eugénie eula eulah eulalia eulalie euna eunice euphrasie euridice eusebe eusebia eusebie eusebio euseo
  eustache eustorgio eustosio eustracjusz eusèbe eusébie eutalia eutalio eva evaldo evalyn evan evandro
  evangelina evangeline evans evariste evaristo evasio eve evelien evelin evelina eveline evelyn evelyne
  everardo everett everette evidio evie evodio evrard evremondo ewald ewelina ewell eymen eyram ezechiele
  ezekiel ezequiel ezio ezra faas fabian fabiana fabiano fabien fabienne fabio fabiola fabiënne fabrice
  fabricia fabricio fabrizio fabrícia fabrício faith falba falk famiano famke fannie fanta fantin fantine farah
  fardau fatim fatima fatimata fatma fatou fatoumata fausta faustine faustino fausto favian fay faya faye fayen
  fayenne fazio febe fedde fedele federica federico fedro felice felicia feliciano felicie felicita felicitas
  felicite felicity feliks felina felipa felipe felix felton felícia femke femm fenja fenna fenne ferdinand
  ferdinando ferdynanda fermiano fermin fermo fern fernanda fernando ferne ferre ferruccio festo fiacre
  fiammetta fidel fidele fidenziano fidenzio fidèle fieke fien fiene fiep fiete fiifi filemon filiberto filip
  filipa filipe filippa filippo filomena filomeno filou fily finia finja finlay finley finn finnja finnley
  fiona fiordaliso fiore fiorella fiorenza fiorenziano fiorenzo firmin flaminia flavia flaviana flaviano flavie
  flavien flavio fleano fleta fletcher fleur flo flodoard floortje flor flora flore florence florencia
  florencio florencja florent florestan florian floriana floriano floridia florie florin florina florine floris
  flossie floy floyd flynn foca folco forrest fortunata fortunato fortunee fortuné fortunée fosca fosco foss
  foulques franca frances francesca francesco francette francia francine francis francisca francisco francisque
  franciszek franciszka franco francois francoise frank franka frankie franklin franz franziska françois
  françoise fred freda freddie freddy frederic frederica frederick frederico frederik frederike frederique
  fredrick fredrik fredy freeda freek freida freja frenkie freya frida frido frieda friederike friedrich fritz
  frontiniano fryderyk frédéric frédérique fulbert fulberto fulcran fulgence fulgenzio fulvia fulvio funmilade
  funmilayo furio furkan furman furseo fuscolo fynn fábio félicie félicité féline félix gabe gabin gabino
  gabriel gabriela gabriele gabriella gabrielle gabriël gael gaelle gaetano gaglioffo gail gaio gajaadhar
  gajabahu gajadhar gajbaahu galatea galdino galeazzo galfryd galileo gallicano ganak ganaka gandharv gandharva
  gandolfo ganesh gangesh garance gardner gareth garett garfield garimberto garnett garnier garret garrett
  garrick garry garth garud garuda gary gaspard gaspare gaston gastone gati gatien gatik gaudenzia gaudenzio
  gaudino gauraang gaurang gauranga gautam gautami gautier gautiero gavin gavino gayatri gayle gaël gaëlle
  gbeminiyi gbemisola gedeon gedeone geeta geetanjali gelsomina geltrude gemine geminiano gemma gene generosa
  generoso genesia genesio genevieve geneviève gennaro genoveffa genoveva genziano geoff geoffrey geoffroy
  georg george georges georgia georgiana georgianna georgina geovanni geovanny geovany gerald geraldine gerard
  gerardo gerasimo geraud gerazym gerberge gerda geremia gerhard gerino germain germaine germana germano germán
  gerolamo geronimo geronzio gerrit gerry gerson gertruda gertrude gervais gervasio gesualdo ghanaanand
  ghanashyam ghanshyam gherardo ghislain ghita giacinta giacinto giacobbe giacomo giada giadero giambattista
  gian gianbattista giancarlo giandomenico gianfranco gianluca gianluigi gianmarco gianmaria gianmario gianni
  gianpaolo gianpiero gianpietro gianuario giasone gideon giel gifty gigi gigliola gijs gil gilbert gilberto
  gilda gildo giles giliola gilles gillian gillo gina gineto ginevra ginewra gino gioacchina gioacchino giobbe
  gioberto gioconda giocondo gioele gioia giona gionata giordano giorgia giorgio giosue giosuele giosuè giotto
  giovani giovanna giovanni giovanny giove gioventino giovenzio girardo girart giri girija girik girika
  girindra giriraaj giriraj girish girja girolamo gisele gisella gislebert gisselle gisèle gitanjali gitte
  giuda giuditta giulia giuliana giuliano giulio giulitta giuseppa giuseppe giuseppina giusta giustiniano
  giusto gladyce gladys glauco glen glenda glenn glenna glennie gloria gobinda godeberta godfrey godiva
  goffredo golda golia gomberto goncalo gondebaud gondulfo gonerio gonsalwy gonthier gontran gonzaga gonzague
  gonzalo gonçalo gopaal gopal gopee gopi gorakhanatha gorakhnath goran gordiano gordon gosto goswamee goswami
  gottardo gotum gouranga goutam govinda grace gracie graciela graciliano gracja grady graeme graham grant
  granville grato grayce grayson grazia graziana graziano graziella greg gregg gregoire gregor gregoria
  gregorio gregory greta gretchen greyson grimaldo griselda grover grzegorz grégoire guadalupe gualberto
  gualtiero gubio gudakesa gudakesha gudrun guelfo guenda guendalina guenievre guenièvre guerin guerrino
  guglielmo guiberto guido guilhemine guilherme guillaume guillemette guillermina guillermo guiscardo guiseppe
  gumesindo gundelinda gunilla gunnar gurdev gus gussie gustav gustave gustavine gustavo guus guusje guy guérin
  gwen gwenaelle gwenaëlle gwendolyn gwido gédéon gérard géraud göran gúbio habiba haby hadley hafsa hagen
  hailee hailey hailie hakan hakon hal haleigh haley halie halle hallie hamidou hamish hamsini hamza hana hank
  hanna hannabel hannah hanne hannes hanno hans harald hardouin hari harinakshi harinarayan harit harita harley
  harmon harold harriet harrison harry harvey hasan haskell hassan hassie hattie hauke hawa hayden haylee
  hayley haylie hazel hazle heather heber hector hedda hedelin hedvig heema heidi hein heitor helen helena
  helene helga helier helin helio helle hellen helmer heloisa heloise heloísa henderson hendrik hendrika hennes
  henning henri henrick henrietta henriette henrik henrike henrique henry henryk henryka herbert herluin herman
  hermann hermenegildo hermina hermine herminia herminio hernan hernán hershel herta herve hervé hester hettie
  hidaya hidde hieronim hilaire hilario hilarion hilary hilbert hilda hildebert hildegard hillard hillary hilma
  himadri himani hincmar hipolit hipolito hippolyte hira hiram hiranmay hiranmaya hiranya hiroshi hobart holden
  hollie hollis holly homer homero honore honorine honoré hope horace horacio horacy hortense hosea howard
  howell hoyt hubert hudson hugh hugo hugues huguette hulda humberto hunter hussein huub huw hyman håkan håkon
  hédelin hélier hélio héloïse hélène iacopo iacopone iago iain ian ianira ibou ibra ibrahim ibrahima icaro
  icie icilio ida idell idella idris idrissa ifeanyichukwu ifeoma ifunanya iginia iginio igino ignacio ignacy
  ignatius ignazio igor ike ikenna iker ikhidie ilaria ilario ilay ilayda ilda ildebrando ildefonso ildegarda
  ildegonda ileana ilene ilenia iliana ilias ilja illidio illuminato ilona ilse ilva ilyas imani imelda imke
  immacolata immacolato immanuel imogen imogene imran inara inaya incoronata inder indira indra indro indy ines
  inez ingrid innocente innocenty innocenza innocenzo insa inès inés inês iolanda iole iona ione ionne iorio
  ippocrate ippolito ira irem irena irene ireneo ireneusz ireti iride irina iris irma irmina irvin irving irwin
  irène isaac isabeau isabel isabela isabell isabella isabelle isabelly isac isacco isadora isadore isai isaia
  isaiah isaias isak ischirione iseult iside isidora isidore isidoro isidro isioma isis isla ismael ismaele
  ismail ismaila ismaïla ismerie ismérie isobel isom isotta isra issa issac italo itzel ivah ivan ivanna ivano
  ivanoe ivar iven ivetta ivo ivone ivonne ivor ivy iván izaak izabela izabella izaiah izajasz izolda izydor
  izzy jabari jace jacey jacinthe jacinto jack jackeline jackie jacklyn jackson jacky jaclyn jacob jacoba
  jacobo jacobus jacqueline jacquelyn jacques jacynthe jada jade jaden jadesola jadon jadwiga jadyn jaeden
  jaelynn jagadish jagadisha jagathi jagdeep jagdish jagmeet jahnu jaida jaiden jailey jailyn jaime jaimini
  jaimy jairo jaivey jakayla jake jakob jakub jakubina jaleel jalen jalon jalou jalyn jamaal jamal jamar
  jamarcus jamel james jameson jamey jamie jamil jamila jamir jamison jammie jan jana janae janaina janaína
  jane janek janelle janessa janet janice janick janie janin janina janine janis janiya janna janne jannek
  jannes janni jannie jannik jannis jano janosch janusz jany japhet jaquan jaquelin jaqueline jara jared jaren
  jari jarne jarno jarod jaron jarred jarrell jarret jarrett jarrod jarvis jasen jasmijn jasmin jasmina jasmine
  jason jasper jaunita javas javi javier javon javonte jaxon jaxx jay jaya jayce jaycee jayda jayde jayden
  jaydon jaylan jaylano jaylen jaylin jaylinn jaylon jayme jayne jayson jayvano jazlyn jazmin jazmyn jazmyne
  jazzlyn jazzlynn jean jeanette jeanie jeanne jeannel jeannette jeannie jeannot jed jedediah jedidiah jeff
  jefferey jeffery jeffrey jeffry jefta jehanne jella jelle jelmer jelte jem jen jena jenifer jenna jennie
  jennifer jennings jenny jennyfer jens jensen jente jeppe jerad jerald jeramie jeramy jerel jeremi jeremiah
  jeremias jeremiasz jeremie jeremy jermain jermaine jermey jerod jerome jeromy jeronimo jerrell jerrod jerrold
  jerry jerzy jerónimo jesper jess jesse jessica jessie jessika jesslyn jesslynn jessy jessyca jesus jesús jett
  jette jettie jevon jewell jez jidde jill jillian jim jimena jimi jimmie jimmy jin jing jinte jinthe jitender
  jitendra jo joachim joah joakim joan joana joanie joann joanna joanne joannie joanny joany joao joaquim
  joaquin joaquín joas jocelyn jocelyne jodi jodie jody joe joel joelina joeline joelle joep joesph joey johan
  johann johanna johanne johannes johathan john johnathan johnathon johnnie johnny johnpaul jolayemi joleen
  jolie jolien jolijn jolin jolina joline jon jona jonah jonas jonatan jonathan jonathon jonna jonte joojo
  joost jordan jordane jordi jordon jordy jordyn jorge jorgen joris jorn jorrit jort joscha joschua jose josef
  josefa josefien josefin josefina josefine josep joseph josephin josephine josh joshua joshuah josiah josiane
  josianne josie josse josselin josua josué josy josé joséphine jourdain jovan jovani jovanny jovany joy joya
  joyce jozef jozefina jozue joão joël joëlle juan juana juanita judah judd jude judicael judicaël judith
  judson judy judyta jula julan jule jules julia julian juliana juliane julianne julie julien juliet julieta
  juliette julika julina julio julita julius juliusz juliëtte jun juna junayd june junius juno juri jurre juste
  justen justin justina justine juston justus justyn justyna juul juvenal juwan jyoti jyotis jyotsana jérémie
  jérôme jéssica józef józefina jörgen jørgen júlia júlio kaan kacey kaci kacie kacper kade kaden kadiatou
  kadin kaela kaelyn kai kaia kailash kailee kailey kailyn kaitlin kaitlyn kaja kaleb kaleigh kaley kali
  kalidou kalinda kalistrat kalle kallie kalpana kalyani kama kamala kamalesh kameron kamila kamille kamla
  kamlesh kamren kamron kamryn kanak kanaka kanchan kane kanishka kannan kannen kanti kara karam karan kareem
  karelle karen kari kariane karianne karim karin karina karine karl karla karlee karley karli karlie karlijn
  karlo karlotta karol karolann karolina karoline karson karthik kartik karunanidhi kasandra kasey kashyap
  kashyapi kasper kassandra kat katarina katarzyna kate katelin katelyn katelynn katharina katherine katheryn
  kathleen kathlyn kathrin kathrine kathryn kathryne kathy katie katja katlyn katlynn kato katrin katrina
  katrine kattie katy kavon kay kaya kaycee kayden kayla kaylah kaylee kayleigh kayley kayli kaylie kaylin
  kayode kayra kazimierz keagan keano keanu keara keaton keba keegan keeley keely keenan keerti kees keet keira
  keith kellen kelley kelli kellie kelly kelsi kelsie kelton kemi ken kenan kendall kendra kendrick kenji kenna
  kennedi kennedy kenneth kennith kenny kensi kent kenton kenyatta kenyon kenza kenzo keon kerem kerim kerry
  kerstin keshaun keshawn keven kevin kevon keyon keyshawn khadidiatou khadija khadim khady khalid khalifa
  khalil khoudia kian kiana kianna kiara kiarra kiel kiera kieran kiki kilian kim kimberley kimberly kimi kiné
  kira kiran kirk kirsten kirstin kirsty kirti kit kitty kjeld kjell klaas klara klarencjusz klaudia klaudiusz
  klaus kleber klemens klementyna kleopatra kléber kobe koby kody koen kofi kojo kolby kole konrad konstancja
  konstantin konstanty konstantyn kopano koralia koray korbin korbinian korey korinna kornel korneli kornelia
  korneliusz kory kraig krijn krishna krishnadas krishnadasa krista kristen kristi kristian kristie kristin
  kristina kristine kristofer kristoffer kristopher kristy krystal krystel krystian krystina krystyna krzysztof
  ksawera ksawery ksenia ksenofont kubra kubura kujoe kumar kumari kumuda kurt kurtis kwabena kwadwo kwaku
  kwame kwamena kwasi kweku kwesi kwintyn kyan kyano kyara kye kyla kyle kylee kyleigh kyler kyra kéba laal
  lacey lachlan ladarius ladislao ladislau lafayette laila laisha lakshman lakshmi lakshmidhar lakshminath lala
  lalita lamar lambert lamberto lamine lamont lana lance lancilotto landen landolfo landry laney lanfranco lapo
  lara larissa laron larry lars larue larysa lassana lasse latoya laura laurane laure laureen laurel laureline
  lauren laurence laurencja laurencjusz laurene laurens laurent laurentino laurenty laurentyna laurenz lauretta
  lauriane laurianne lauriano laurie laurin laurine laury lauryn laurène lautone lavada lavanya lavern laverna
  laverne lavina lavinia lavinio lavon lavonne lavínia lawrence lawrencia lawson laxman laxmi layla layne
  lazare lazaro lazzaro leah leana leander leandra leandre leandro leann leanna leanne leatha leda lee leela
  leendert leif leigh leila leilani lela lelah leland lelia lempi lemuel lena lene leni lenia lenja lenn lenna
  lennard lennart lenne lennert lennie lennon lennox lenny lenora lenore lenya leo leola leon leona leonard
  leonardo leonel leonhard leoni leonia leonid leonida leonidas leonie leonilda leonio leonne leonor leonora
  leontina leonzio leopardo leopold leopoldine leopoldo leora lera leroy les lesley leslie lesly lessie lester
  leta letha leticia letitia letizia letterio letícia leufroy levent levi levin levke lewin lewis lexi lexie
  leyla lia liah liam lian lias libbie libby liberata liberato liberatore libere liberio libero liberto liboria
  liborio libère licia lidania lidia lidio lieke liene lietald lieto lieuwe lieve lila lili lilia lilian
  liliana liliane lilianna lilith lilla lilli lillian lilliana lillie lilly lilou lily lilyan lina linda linde
  lindsay lindsey linn linne linnea linnie linnéa linus linwood lionel lisa lisandro lisann lisanne lisbeth
  lise liselotte lisette litzy liv liva livia liviana livino livio liya liyam liyana liz liza lizbeth lize
  lizeth lizz lizzie lizzy liétald llewellyn lloyd lodovica lodovico loek loes loet logan loic lois lola lolade
  lolita loma longin lonie lonnie lonny lonzo lora loraine loredana loreen lorella loren lorena lorene loreno
  lorenz lorenza lorenzo loretta lori loriana lorine loris lorna lorrain lorraine lothaire lott lotta lottie
  lou loua louay louie louis louisa louise loup lourdes lourenco lourenço louvenia lova lovisa lowell loyce
  loïc loïs luan luana luc luca lucas lucca luce lucia lucian luciana luciano lucie lucien lucienne lucile
  lucilla lucille lucinda lucio lucious lucius lucja lucjan lucrezia lucy lucía ludano ludie ludivine ludolphe
  ludovic ludovica ludovico ludvig ludwig ludwik ludwika luella luena luigi luigia luis luisa luise luiz luiza
  luka lukas luke lula lulu luminosa luna lune lungelo lupe lura lurline luther lutz luuk luus luzie luís luísa
  lyam lyda lydia lydie lykke lyla lyle lyn lynda lynette lynn lynne lysanne léandre léna léon léonard léonie
  léonne léopold léopoldine lívia maaike maan maarten maartje maas mabel mabelle mable macaire macaria macario
  maccabeo mace macey maci macie mackenzie mactar macy madalena madaline madalyn maddalena maddison maddox
  madeleine madelief madeline madelyn madelynn madge madhuri madie madilyn madisen madison madisyn madita
  madleen madlen mads mady madyson mae maegan maes maeve mafalda maffeo magali magda magdalena maggie
  maggiorino magno magnus maguelone maguette mahaut mahendra maher mahesh maheswar mahir mahmoud maica maida
  maik maike mailin maimouna maiorico maira maite maitê maiya maja makary makayla makenna makenzie makhtar
  makinwa maksim maksym maksymilian malachi malati malco malcolm malena malene malia malick malik malika malin
  malina malinda mallaury mallie mallory malo malou malte malthe malvina malwina mamadou mamady mamante mamert
  mamie mamour manasse manassé mancio mandaakin mandakini mandy manel manetto manfredo mangala mangalya mani
  manik manikya manilio manisha manjusha manley manlio manoah manoj manon mansour mansueto manu manuel manuela
  manuele mara marah marana marc marceau marcel marcela marceli marcelin marcelina marceline marcelino marcella
  marcelle marcello marcellus marcelo marcia marciano marcin marco marcos marcus mareike marek mareme maren
  mareta margaret margareta margarete margarett margaretta margarette margarida margarita marge margherita
  margie margot margret marguerite maria mariah mariam mariama marian mariana mariane marianna marianne mariano
  maribel marica maricarmen marie marieke mariela mariella marielle marieme marietta marijn marika marilena
  marilie marilou marilu marilyn marilyne marilú marina marinella marinetta marino marinus mario marion marisa
  marisol marissa marit marita maritza marius marième marjolaine marjorie marjory mark marko markus marla
  marlee marleen marlen marlena marlene marley marli marlie marlo marlon marlène marolo marques marrit marsha
  marshall marta marte martha marthe martim martin martina martine martino marty martyna martín marut maruta
  marvin marwa marwin mary maryam maryann maryjane maryna maryse marzia marzio marème maría mason massamba
  massima massimiliano massimo mat matar mateo mateus mateusz matheus mathew mathias mathijs mathilda mathilde
  mathis mathurin matias matilda matilde matis matroniano mats matt matteo mattes matthew matthias matthieu
  matthijs matthis matti mattia mattias mattie mattis matylda matz matías maud maude maudie maugis maura
  maureen maurice mauricette mauricio maurilio maurine maurits maurizio mauro maurycy mavis mawuena mawusi max
  maxellende maxence maxie maxim maxime maximilian maximiliano maximilien maximillia maximillian maximo maximus
  maxine maxwell maya maybell maybelle maye mayeul maymie maynard mayoor mayra maysa mayson mayte mazie
  maïmouna mbaye mckayla mckenna mckenzie meagan meaghan meda medardo mederic medina medine medoro medoune
  meena meenakshi mees meg megan megane meggie meghan meghnad meghnath mehmet mei meik meike meire meissa mekhi
  mel melania melanie melanio melany melba melchiade melchior melchiorre melek melezio melike melina melinda
  melis melisa melisande melissa melissandre melitina melle mellie melodie melody mels melvin melvina melyna
  melyssa menaka menardo mence menelao meneo menka menno mennone menodora mercede mercedes mercia mercurio
  meredith merel merete merijn merlin merovee merritt mert mertie merve mervin meryem messalina meta metello
  metrofane mette meyra meïssa mia micael micaela micah micha michael michaela michale michalina michaël michał
  micheal michel michela michelangelo michele michelle michèle mick midas mieke miguel mika mikael mikaela
  mikail mikayla mike mikel mikhail mikkel mikki mikołaj mila milana mildred milena miles miley milford milla
  mille millicent millie milly milo milou milton mimma mina minakshi mindy minerva minervina minervino minnie
  mira mirac miran miranda miray mirco mireille mirella mireya miriam mirja mirko mirocleto miron mirre mirta
  mirte mirthe mirza misael misaele mitch mitchel mitchell mittie mo moctar modesta modesto modou mohamadou
  mohamed mohammad mohammed mohan mohana mohinder mohini moira moise moises moisette moisés mojzesz mojżesz
  mollie molly mona monaldo monde monica monika monique monitore monroe monserrat monserrate monty moos morena
  moreno morgan morgana morgane moriah moritz morris morten mortimer morton mose moses moshe mossie mosè
  mouhamadou mouhamed mouhameth mouhammadou moussa moustapha mozell mozelle mozes moïse moïsette mpho muhammad
  muhammed mukesh mukul murat muriel murilo murl murray musa mustafa muyiwa muziano myah myla mylan mylene
  myles mylo mylène myra myriam myrl myrna myron myrthe myrtice myrtie myrtis myrtle márcia mário médoune
  médéric mégane mélanie mélisande mélissa mélissandre mélodie mércia mérovée mónica nabil nadege nadia nadine
  nadja nadzieja nadège naemi nagabhushanam nakia nalini namazio nan nancy nanda nanna nannie naomi naomie
  naoufal naoufel napoleon napoleone narayan narciso narcisse narendra narinder narseo narsete nash nasir nat
  natale natalia natalie natalina natan natanael nataniel natasha nate nathalie nathan nathanael nathanaël
  nathanial nathaniel nathen natália naud naudet naveen navin nawal nayeli nazario nazariusz nazary nazzareno
  nazzaro neal ned nedra neele neeltje neha nehemie neil neiva nela nelda nele nella nelle nelli nellie nelly
  nels nelson nena nene neoma neopolo neoterio nerea nereo neri nestor nestore nettie neva nevio newell newton
  nia nicarete nicea niceforo nicephore niceto nicezio nicholas nicholaus nichole nick nicklas nicklaus
  nickolas nicla niclas nico nicodemo nicola nicolai nicolas nicole nicoletta nicolette nicoline nicolo nicolás
  nicolò nicéphore niek niels niene nienke nigel nika nike nikita nikki nikkie nikko niklas niko nikodem nikola
  nikolai nikolas nila nilde nils nimakoah nimit nina ninfa niniano nino ninthe niranjan nirbhay niro nisa
  nives nnamdi noah noam noami noan noel noelia noella noelle noemie noemy nola nolan nomi nona noor noortje
  nora norah norbert norberto nore norene norina norma norman normand norris norval norwood nostriano noud nour
  nouri nout novan novi nowi noémie noël noëlla noëlle nqobile nthabiseng nuala nubia nuccia nuno nunziata
  nunzio nuria nyah nyasia nynke néhémie néné núbia núria obie obioma oceane ocie octavia octavio océane oddone
  odell oderico odessa odetta odette odidone odie odile odilia odilon odin odon odorico ofelia ofélia oger
  ojaswini olaf olaide oleg olen oleta olga olimpia olimpio olin olinda olindo oliver olivia olivier oliviera
  oliviero oliwia oliwier olle ollie olof olufunmi olumide oluwunmi olympe olívia omana omar omari omawunmi
  ombline ombretta omer omero omolara ondina onesta onesto onie onofrio onome onorata onorina onorino onorio
  onoriode onufry onur oormila opalina ophelia ophelie ophélie oran orazio orchidea oren orenzio oreste orestes
  orfeo oriana oriande oriane orie orietta orin orio orion orland orlando orlane orlo ornella oronzo orpha
  orrin orsino orso orsola orsolina ortensia ortensio orval orville osama osanna osbaldo osborne oscar oskar
  osman osmondo osvaldo oswald oswaldo otello otha otilia otis ottaviano ottavio ottilia ottilie ottis otto
  ottone oumar oumayra oumou oury ousmane ovidio owen ozanne ozella pablo paciano pacifico pacome pacomio
  pacôme paddy padma paige palatino palemon palladia palladio palma palmazio palmira palémon pam pamela
  pammachio pancario pancrazio panfilo pankracy pantaleo pantaleon pantaleone paola paolo param paramartha
  pardo paride parker parmenio parvati pascal pascale pasquale pat paterne paterniano pathe pathé patience
  patrice patricia patricio patrick patrik patrizia patrizio patroclo patrycja patrycjusz patrycy patryk patsy
  patti pattie patty paul paula paule paulette paulina pauline paulo pauside pavel paweł paxton payton pearl
  pearlie pearline pecine pedro peggie peggy pelagia pelagie peleo pelle pellegrino penda penelopa penelope
  penny pepe pepijn pepin perceval percival percy pericle perla pernilla perrine perry perseo pete peter petra
  petronilla petronille petronio peyton phil phileine philemon philibert philine philip philipp philippa
  philippe phillip philomene philomène philothee philothée philou philémon phoebe phyllis pia pien piera
  pierangelo pierce piergiorgio pierluigi piermarco piero pierre pierrick piersilvio piet pieter pietro piotr
  pip piper pippa pippo pius placida placido platon platone pleun plinio plutarco pola polidoro polifemo
  polikarp polissena pollione polly pompeo pomponio pontus ponziano ponzio poornima porfirio porfiriusz porfiry
  porzia porziano postumio poul pramila pran pranay prasad prasanna prassede prathamesh prayag preity prem
  prema presley priamo primerose prisca priscilla priscille prisco privato priya priyala priyanka procopio
  prokles prokop prokul proserpina prospera prospero protasio proteo providenci prudence prudenzia prudenzio
  publio puck pulcherie pulchérie puneet pupolo purnima purushottam pushti pusicio pécine pélagie pénélope
  pépin pétronille quartilla quasimodo queenie quentin quentine querano quieta quincy quinn quinten quintia
  quintiliano quintilio quintino quinton quinty quinziano quinzio quirin quirino quiteria quiéta rachael rachel
  rachela rachele rachelle rachid radha radolfo raegan rafael rafaela rafaël rafał raff raffaele raffaella
  rageshwari rageswari raheem rahel rahsaan rahul raide raik raimondo raina rainaldo rainelda raj rajan
  rajendra rajesh rajinder rajiv rajmund rajnold rakesh raleigh ralph rama ramaa ramata ramatoulaye ramesh
  rameshwar ramiro ramon ramón rana randal randall randi randolf randolph randy rania raniero ranjeet ranjit
  ranolfo raoul raphael raphaelle raphaël raphaëlle rapulane raquel rashad rashawn rasheed rasheedah rashid
  rasmus rati raul ravi ray rayan rayen raymond raymonde raymundo raúl reagan reanna reba rebeca rebecca rebeka
  rebekka reece reed reese reg regan reggie regina reginald reginaldo regine regis regitze regolo reid reilly
  reina reine reinhard reinhold rejean rejeanne remi remigio remilekun remington remo remondo renata renato
  renaud rene renee rens renske renzo rené renée respicio ressie reta retha retta reuben reva revi rex reybaud
  reymundo reyna reynold reza rhea rhett rhianna rhiannon rhoda rhona rhonda ria riana ricardo ricario riccarda
  riccardo richard richelmo richie richmond rick rickard rickie ricky rico rieke rigoberto rike rikke riley
  rina rinaldo rino rita ritesh rob robaldo robb robbie robert roberta roberto robin robyn rocco roch rochelle
  rocio rocky rocío rod roderick roderyk rodger rodiano rodney rodolfo rodolphe rodrick rodrigo rodrigue roel
  rogelio roger rogers rohan rohana rohit rokhaya roksana roland rolande rolando rolf rolfo rollin romain roman
  romana romane romano romee romeo romero romeu romilda romina romoaldo romola romolo romuald romualdo romy
  roméo ron ronald ronaldo ronan ronja ronnie ronny roos rory ros rosa rosalee rosalia rosalie rosalind
  rosalinda rosalyn rosamond rosamunda rosanna rosario roscoe rose roselin roseline rosella roselyn rosemarie
  rosemary rosendo roser rosetta rosie rosina roslyn rosmunda ross rossana rossella rossie rotimi rowan rowena
  rowland roxane roxanne roxy roy roza rozalia rozella ruben rubiano rubie rubye rubén rudolf rudolph rudra
  rudy rufina rufino rufo rufus ruggero rukhmani rukmin rupert ruperto rupinder russ russel russell rusty ruta
  ruth ruthe ruthie rutilo ryan ryann ryder rylan rylee ryleigh ryley ryszard régine régis réjean réjeanne rémi
  róża rúben saar saba sabato sabazio sabele sabina sabino sabir sabrina sabryna sachin sada saddam sadie sadio
  sadye saer safa safae saffiro saffo safiatou safietou safira safiya safiétou safouan safouane sagar sahra
  said saige sal saladino salif salih salimata salimatou saliou sallie sally salma salman salome salomey
  salomon salomone salomè salomé salomë salustio salvador salvatore salwator saly sam samanta samantha sameer
  samia samir samira sammie sammy samona samson samuel samuele samuël sancho sandra sandrine sandro sandy
  sanford sanja sanjay sanka sanna sanne sansone sante santiago santina santino santo santos sanya saphira
  sapiente sara sarada sarah sarai sarala saraswati sarbello sare sarina sarisha sarla saroja sarvin sascha
  sasha saskia satish saturniano saturnino satyen saul sauveur savanah saverio savi savina savinien savino
  savion saèr saúl scarlett scholastique schuyler scolastica scot scott scottie scotty seamus sean sebas
  sebastiaan sebastian sebastiana sebastiano sebastiao sebastien sebastião seckou seconda secondiano secondina
  sedrick seff sefora segolene sekinat sekou selena selene selim selin selina selma selmer selvaggia semih
  semiramide semplicio sempronio sena senesio senn senne senofonte sepp seppe serafin serafina serafino
  seraphin serapione serena serge sergei sergey sergi sergio sergiusz servidio serviliano sesto seth settimio
  settimo severa severiano severin severine severino severo seweryn seydou seynabou shaina shakira shakti
  shakuntala shalewa shana shane shanel shanelle shania shanie shaniya shankar shanna shannon shanon shantanu
  shanti shany sharda shari sharmila sharon shashi shashikala shaun shauna shawn shawna shaylee shayna shayne
  shea sheela sheila sheldon shelia shelley shelly shemar sher sheri sherman sherri sherwood sheryl shinzo
  shirley shivakari shobhana shresth shresthi shreya shreyashi shridevi shrishti shubha shubhaprada shwet
  shyann shyanne sian sibilla sibylle sico sicuro sid siddarth siddhi siddhran sidney sidoine sidonia sidonio
  sidy siebe siem siep sigebert sigfrido sigismond sigismondo sigmund signe sigrid sigurd silas silja silje
  silke silvana silvano silvere silverio silvestro silvia silvio silvère simao simen simeon simeone simisola
  simon simona simone simonetta simão sina sinan sindre sinead sinesio sinfronio sinja sireno siria siriano
  siricio sirineu sirio siro siré sisto sitara sixte sixtine siënna sjoerd sjors skye skyla skylar sloka
  smeralda smilla smita smriti sname soave soccorso socrate sofie sofronia sofía sokhna sol solange soledad
  soline solocone somnath somu sondre sonia sonja sonke sonny sonya soof sophia sophie soraia soraya soren
  sostene sosteneo sostrato souleymane spano spartaco spencer speranza speranzio spirydion stacey stacy stan
  stanford stanislao stanislas stanisław stanley stanton steen stef stefan stefania stefanie stefano steffen
  stella sten stephan stephane stephania stephanie stephany stephen stephon sterre steve steven stevie stewart
  stig stijn stiliano stina stine stiriaco stuart stéphane stéphanie subhash subhashini subhasini subodh
  sucheta sude sudeva sue suelen sujata sukanya suma suman sumayyah sumitra sune sunil sunita sunniva surano
  suresh surya suryakant suryakanta suryakantam susan susana susanna susanne susheel sushil sushma susie suus
  suzanne suze suzon suélen svea sven svend svenja sverre sveva sviturno swapnil swara swarnalata swassane
  sweta sybil sybilla syble syd sydnee sydni sydnie sylvain sylvester sylvestre sylvia sylviane sylvie
  sylwester sylwia synne szczepan szymon sébastien ségolène sékou séraphin sérgio séverin séverine sílvia sönke
  sören søren tabea tabita tabitha tacjana tad taddeo tadeo taha tahlia taide talea talia talita tam tamara
  tami tamia tamina tamino tammaro tammo tancrede tancredi tancrède tanguy tania tanirika tanja tanner
  tanushree tanushri tanya tapan tara tarcisio tari tarik tariq tarja tarquinia tarsilla tarso tarun taryn
  tasha tate tatiana tatum tatyana taurean taurin tavares taya tayler taziana taziano tazio teagan tecla ted
  teije tejas tekla telchide telemaco telica temistocle temitope teobaldo teodata teodolinda teodor teodora
  teodoro teodosio teodoto teogene terence terencjusz terenzio teresa teri terrance terrell terrence terri
  terrill terry tertuliano terzo tesauro tesifonte tess tessa tessie teudosia teun teunis tevin thad thaddeus
  thais thalea thalia thaïs thea thelma theo theodor theodora theodore theodose theophile theophraste theresa
  therese theresia theron thiago thibault thibert thierno thierry thies thije thijmen thijn thijs thilo thirza
  thom thomas thora thorben thore thorge thurman théo théodora théodore théodose théophile théophraste thérèse
  tia tiago tiana tianna tibaldo tibbe tiberio tiburzio ticone tidiane tieme tierra tiffany tijmen tijn tijs
  tillman tillmann tim timm timmothy timmy timo timoleon timoléon timon timoteo timothee timothy timothée tina
  tino tiphaine tiril tirone tirza titien titilayo titilope tito titus tizian tiziana tiziano tizio tjark tobia
  tobias tobiasz tobiloba tobin toby todd tolomeo toluwani tom tomas tomasa tomasz tomiloba tomke tommaso
  tommie tommy tomás toney toni tonnin tony tonya torben torbjorn torbjörn torey torquato torrance torrey tosca
  tosco toussaint tracey traci tracy trajan tranquillo trasea travis travon tremaine tremayne trent trenton
  tressa tressie treva trever trevion trevor trey tricia trilochan trilochana trilok trilokanath trilokesh
  triloki trinity trisha tristan tristano tristian tristin triston troels troy trudie trycia trystan tuana
  tullia tulliano tullio turi turibio turold tushar tussio tuur tuva twan twila ty tycho tygo tyler tymon
  tymoteusz tyra tyree tyreek tyrel tyrell tyrese tyrique tyron tyrone tyshawn tyson ubaldo ubertino uberto
  udai udit uffe ugolina ugolino uguccione ujjawal ujjwal ulberto ulderico ulfa ulfo ulices ulises ulisse uliva
  ulla ulpiano ulrico ulrik ulrika ulstano ulysse uma umang umar umberto umile umut una unna upendra uranio
  urbain urbano urdino uriah uriel uriele urmila ursicio ursino ursmaro ursula ursule usha uttam uzodimma vada
  vagn vaidehi vaijayanthi vaijayanti vaishnavi vaishno vaishvi val vala valdemar valente valentijn valentim
  valentin valentina valentino valere valeria valeriana valeriano valerico valerie valerio valery valfredo
  valfrido vallie valtena valter valère valérie valéry vance vanessa vania vanna varalakshmi varo vasanti vasco
  vasudev vasudeva vasudha vasundhara vaughn vedang vedanga vedanshi vedasto veerle veit velda velio vella
  velma velva venance venanzio venceslao venceslas venera veneranda venerando venere venerio ventura venusta
  venustiano venusto vera verano verda verdiana verdie vere verecondo verena verenzio vergie veriana veridiana
  verla verlie vern verna verner vernice vernie vernon verona veronica veronika veronique verulo verónica
  vespasiano vesta vezio vianney vibeke vicenta vicente vicki vickie vicky victoire victor victoria victorien
  victorin vida vidal vidhur vidhya vidiano vidone vidur vidya vieve viggo vigile vigo vijay viktor viktoria
  vilde vilfredo vilhelm viliana viliberto villy vilma vimal vimala vinay vince vincent vincenza vincenzo
  vinciane vindonio vinebaldo vinfrido vinicio vinnie vinz viola violante violet violette virgie virgil
  virgilio virginia virginie virginio virone viscardo vishnu vishwamitra vissia vitale vitalico vito vitor
  vitoria vittore vittoria vittoriano vittorio vitus vitória viv vivaldo vive vivian viviana viviane vivianne
  viviano vivien vivienne vladimir vladimiro vodingo volfango vrinda vrund vulmaro vulpiano vyas vânia
  véronique víctor vítor wacław wade waino waldo walenty walentyn walentyna waleran waleria walerian walery
  walgierz walker wallace walter walton waly wanda wandrille wanesa warley warren watson wava wawrzyniec waylon
  wayne weldon wende wendell wendy werner weronika wesley wessel westley whitney wiara wibke wiebke wies wiktor
  wiktoria wilber wilbert wilbur wilburn wiley wilford wilfred wilfredo wilfrid wilfryd wilhelm wilhelmina
  wilhelmine will willa willard willem willi william willie willis willy wilma wilmer wilton wincenty winfield
  winifred winnifred winona winston wirginia witalis wolfgang woodrow wout wouter wyatt wyman władysław
  włodzimierz xander xaver xavi xavier xaviere xavière xenia xenophon xi ximena xochitl xzavier xénophon yacine
  yadira yago yahya yakubu yamileth yango yannic yannick yannik yannis yara yarah yaren yaretzi yasin yasmeen
  yasmin yasmine yasser yassin yassine yassir yaya yazmin yenthe yesenia yessenia yfke yinthe ylvi ylvie yoann
  yogendra yogesh yoginder yolanda yolande yoro yoshiko younes youp yousef youssef youssou youssouph youssoupha
  ysaline yseult yuna yunus yuri yusuf yven yves yvette yvonne zabedeo zabina zac zaccaria zaccheo zach
  zachariah zachariasz zacharie zachary zache zachery zaché zack zackary zackery zahra zain zainab zaira zak
  zakaria zakary zama zander zane zaneta zanita zanobi zara zaria zarina zayd zayn zechariah zefiro zehra zelda
  zelinda zella zelma zena zenaide zenebio zenobia zenobio zenone zephirin zetico zetta zeyd zeyneb zeynep zia
  zita ziva ziyanda zoe zoeva zoey zofia zoie zoila zoilo zola zoltan zora zosima zosimo zoéva zula zuzanna
  zygmunt zéphirin ángel ángela áurea ângelo édith édouard éleuthère élia éliane élie élisabeth élise élisée
  élodie éloïse élzéar éléonore émeline émeric émile émilie émérance émérencie épiphane éric érica étienne
  évangéline évariste évelyne évrard ígor íris óscar ömer łazarz łucja łukasz żaneta`);

/** First names of women, by which 'he' is not meant; those of men among the endings that deceive. */
export const WOMEN =
  listOf(`aadrika aaliyah aaltje aanandinii aaratrika aarya aasa aasha aashritha aatmaja abagail abani abbie abbigail
  abbondanza abby abdonie abeline abena abhaya abibatou abigaelle abigail abigale abigayle abigaïl abril acacie
  acanthe acilia adah adalbaude adalberta adalgisa adaline adalsinde adaugo addie addolorata adegrine adela
  adelajda adelasia adele adelia adelie adelina adeline adella adelle adeltrude adina adolphie adonise adrastee
  adrastée adrehilde adria adriana adrianna adrienne adwitiya adwoa adèle adélaïde adélie afia afton afua agata
  agathe agilberte aglae aglaé agnane agneflete agneflète agnes agnese agneta agnieszka agnès agostina agrata
  agrippine agrypina agustina ahalya ahilya aicha aida aileen aimee aimée aisha aishani aissa aissata aissatou
  aiyana akofa akorfa akos akosua akshainie akshata akshita akua akula akumaa akunna alaina alaine alais alana
  alanis alanna alayna alaïs alba albane alberade alberte albertha albina albérade alcidie alcina alcine alcyone
  alda aldegonde alea aleen alejandra aleksandra alena alene alessa alessandra alessia aleth aletha alexa
  alexandra alexandrea alexandria alexandrine alexane alexanne alexine aleyna alfonsa alfreda alia alica alice
  alicia alicja alida aliette alima alina alisa alisha alison alissa alivia aliya aliza alize alizé aliénor
  allegra allene allie allison alma aloise aloyse aloïse alphonsine alta altea althea althee althée alvena
  alvera alverta alvina alya alyce alycia alysa alysha alyson alyssa alysson alícia amabela amalia amaliane
  amalie amalthee amalthée amanda amande amandine amante amara amarande amaranthe amata amaya ambar amber ambra
  ambre ambroisie amelia ameliane amelie ameline amely amethyste amie amina aminat aminata aminte aminu amira
  amiya amodini amparo amrita amritambu amy amya amélia améliane amélie améthyste ana anabel anabelle anaelle
  anahi anais anala anamika ananda anandamayi ananta anasooya anastasia anastasie anastazja anasuya anatolie
  anaëlle anaïs anceline ancilla andrea andreane andreanne andree andromeda andrée andzelika anette angadreme
  angadrême angela angele angelica angelina angeline angelita angie angilberte angèle angélina angélique anicee
  anicette anicée anika anila anissa anita aniya aniyah anja anjali anjushree anjushri ann anna annabel annabell
  annabella annabelle annagrazia annalena annalise annamae annamaria annamarie annapurna anne anneke anneli
  annelie annemarie annemijn annetta annette anni annie annika annonciade annunziata anny anouk ansberte anshula
  ansley anstrudie antea anthelmette antigone antoinette antonella antonetta antonette antonia antonietta
  antonina antonine anuja anusuya anwesha anya anémone aphelie aphélie apollina apolline apollonia appia april
  apsara arabella arabelle araceli aracely arcadie ardella ardith arely argelia argine ariadna ariana ariane
  arianna aricie arielle arlene arlette armance armande armandine armeline armelle armida armide armine arnaude
  arsenie arsènie artemis artemisa arthurine artémis aruna arvilla arwen arya aryanna asceline ascension asel
  asella asha ashlee ashleigh ashly ashlynn ashtyn asiya aslesha assomption assunta asta astarte astarté asterie
  astou astree astrid astrée astérie asya atanasia athalie athanasie athena athenais athina athénaïs atmaja
  atreyee atreyi atta aube aubertine aubree aude audeline audra audreanne audrey augusta augustina aure aurea
  aurelia aurelie aurelienne aurelle auriane aurore aurélie aurélienne ausilia ausiliatrice auxane ava avani
  avantika aveline avigaelle avigaëlle avis avoye awesi axeline axelle ayana ayebatari ayesha ayla ayleen aylin
  aymardine aymonde ayse ayushmati azalee azalée azelia azelie azeline azra azzurra azélie aïcha aïda aïssa
  aïssata aïssatou baaba baala babette babila baidehi baijayanti bala balamani bambina banna barbara barbe
  barbro bartolomea basanti basilia basilisse bassilla bathilde batilda baylee beata beatrice beatriz beatrycze
  beaulah becky belina belinda bella belle benedetta benedicte benedita beniamina benigna bente benthe benvenuta
  berangere berenice bernadetta bernadette bernadine berneice bernice berniece bernita berta bertha berthe
  bertille bessie beth bethany betina betsy betta bette bettie betty bettye beulah beuve beverley beverly
  bhaanumati bhadra bhagirathi bhagwanti bhagwati bhamini bhanumati bhargavi bhavani bhilangana bianca bianka
  bibi bibiana bibianna bice billie bilva bilwa bineta binta bintou birgitta birgitte blanca blanche blandine
  bobbi bobbie bonita bonnie brandi breana breanna breanne brenda brenna bria briana brianne bridget bridgette
  bridie brielle brigida brigitta brigitte brionna brisa britney brittany brooke bruna brunehaut brunehilde
  brunilde bryana brygida buddhana bulah bárbara béatrice bénédicte bérangère caetana caitlin caitlyn caleigh
  calista callie calogera calpurnia camila camilla camryn camylle candace candice candida capitolina capucine
  cara caridad carina carine carla carlee carley carli carlie carlijn carlota carlotta carmel carmela carmella
  carmen carminho carmo carol carola carolanne carole carolin carolina caroline carolyn carolyne carrie casandra
  casilda casimira cassandra cassidy cassiopea cataleya catalina catarina caterina catharina catharine catherine
  cathrine cathryn cathy cato catrin cayla cecelia cecile cecilia cecilie cecylia cecília celestine celia celina
  celine celinia ceyda ceylin chakrika chanda chandani chandi chandini chandira chandni chandrabhaga chandrakala
  chandrakin chandramani chandrani chandraprabha chandraswaroopa chandravati chanel chanelle chantal chapala
  charlaine charleen charlene charli charline charlotta charlotte charumati charvi chasity chatura chaya
  chayenne chelsea chelsey chelsie cherechi cheryl cheyanne cheyenne chiamaka chiara chimamanda chinyere
  chitrali chitramala chitrangada chizoba chloe chloé christa christelle christiana christiane christie christin
  christina christine christy chyna ciara cielo cierra cindy cinzia cirilla citlalli claire clara clarabelle
  clare clarissa clarisse claudia claudine clelia clelie clemence clementina clemenzia cleofe cleopatra cleora
  cleta clio cloe clorinda clotilde clélie clémence clémentine cointa colette coline colleen collien colomba
  concepcion concepción concetta conchita connie consolata constanca constance constança consuelo cora coralie
  coraline cordelia cordia corene corentine corine corinna corinne cornelia corrine cortney cosima costanza
  coumba courtney creola crescenzia cristiana cristina crocefissa cronida crystal crystel cunegonda cuzia cydney
  cynthia cyra cyrielle cécile célestine célia céline daantje daevi daevika dafne dagmar daija daisha daisy
  daksha dakshayani dalida dalila damaris damayanti damiana dana daniela daniella danielle danika danique danyka
  daphne daphnee daphney daphné daria dariana darla darleen darlene darshwana dasia davina dawn dayana dayna
  deanna debbie debora deborah debra deeksha deepali deeptimayee deeptimoyee defne degna deja dejah delaney
  delfina delia delilah delinda delizia della delores delpha delphia delphine demetria demi dena denise deodata
  desdemona desiree dessie destany destinee destiney destini devangana devani devasree devi devika devota dewi
  dhaanyalakshmi dhana dhanadeepa dhanalakshmi dhara dharani dharitri dhatri diana diane dianna dianne dianora
  diarra diede dieke dieudonnee dieudonnée dieynaba diksha dilara diletta dina diodata dionisia dior dipali
  divya djenna doda dolly dolores domenica dominique donata donatella donna dora dorcas doreen doriane dorine
  doris dorit dorota dorotea dorothea dorothee dorothy dorothée dorris dortha dorthe dorthy douce dovie draupadi
  druina dulari dulce dulina durga durgeshwari débora earlene earline earnestine ebba ebiere ebony edda
  edelberga edith editta edmee edmée edna eduarda edvige edwina edyta edyth edythe eefje effie egizia egle
  eileen ekaparnika elaide elaina elaine elakshi elanur elda eldora elea eleanor eleanora eleanore electa elena
  elene eleni elenor elenora eleonora eleonore elettra elfrieda eliabeth eliana eliane elif elimena elin elina
  eline elinor elinore elisa elisabeth elisabetta elise elisea elissa eliza elizabeth elize ella elle ellen elli
  ellie elly elmira elna elnora eloa elodie elody eloisa eloise elouise eloá elsa elsie elta elva elvera elvia
  elvie elvira elwira elynn elyse elyssa elza elzbieta elène emanuela emanuelly emelia emelie emeline emely
  emerance emerencie emie emilia emiliana emilie emily emma emmalee emmelie emmely emmi emmie emmy emília
  enakshi enid enie enimia enna enola enrica enya eracla erica ericka erika erin erma ermelinda ermenegarda
  ermenegilda erminia erna ernesta ernestina ernestine ersilia eryn esha eshana eshita esma esmee esmeralda
  esmée esperanza esra essie esta estefania estefanía estela estell estella estelle estera esterina esther
  estrella etha ethel ethelyn ettie eudokia eudoksja eudora eudoxie eufemia eufrasia eugenia eugenie eugénie
  eula eulah eulalia eulalie euna eunice euphrasie euridice eusebia eusebie eusébie eutalia eva evalyn
  evangelina evangeline eve evelien evelin evelina eveline evelyn evelyne evie ewelina fabiana fabienne fabiola
  fabiënne fabricia fabrícia faith famke fannie fanta fantine farah fardau fatim fatima fatimata fatma fatou
  fatoumata fausta faustine faya faye fayen fayenne febe federica felicia felicie felicita felicitas felicity
  felina felipa felícia femke femm fenja fenna fenne ferdynanda fern fernanda ferne fiammetta fieke fien fiene
  fiep filipa filippa filomena filou fily finia finja finnja fiona fiordaliso fiore fiorella fiorenza flaminia
  flavia flaviana flavie fleta fleur floortje flor flora flore florence florencia florencja floriana floridia
  florie florina florine flossie foca fortunata fortunee fortunée fosca franca frances francesca francette
  francia francine francisca franciszka francoise franka franziska françoise freda frederica frederike
  frederique freeda freida freja freya frida frieda friederike frédérique fulvia félicie féline gabriela
  gabriella gabrielle gaelle gail galatea garance gaudenzia gautami gayatri gayle gaëlle geeta geetanjali
  gelsomina geltrude gemine gemma generosa genesia genevieve geneviève genoveffa genoveva georgia georgiana
  georgianna georgina geraldine gerberge gerda germana gertruda gertrude ghita giacinta giada gifty gigi
  gigliola gilda giliola gillian gina ginevra ginewra gioacchina gioconda gioia giorgia giovanna girija girja
  gisele gisella gisselle gisèle gitanjali gitte giuditta giulia giuliana giulitta giuseppa giuseppina giusta
  gladyce gladys glenda glenna glennie gloria godeberta godiva golda grace gracie graciela gracja grayce grazia
  graziana graziella gregoria greta gretchen griselda gudrun guenda guendalina guenievre guenièvre guilhemine
  guillemette guillermina gundelinda gunilla gussie gustavine guusje gwen gwenaelle gwenaëlle gwendolyn haby
  hafsa hailee hailey hailie haleigh haley halie halle hallie hamsini hana hanna hannabel hannah hanne
  harinakshi harita harriet hattie hawa haylee hayley haylie hazel heather hedda hedvig heema heidi helen helena
  helene helga helin helle hellen heloisa heloise heloísa hendrika henrietta henriette henrike henryka hermina
  hermine herminia herta hester hettie hidaya hilary hilda hildegard hillary hilma himadri himani hira hiranya
  hollie holly honorine hope hortense huguette hulda héloïse hélène ianira icie ida idell idella ifeoma ifunanya
  iginia ilaria ilayda ilda ildegarda ildegonda ileana ilene ilenia iliana ilona ilse ilva imani imelda imke
  immacolata imogen imogene inara inaya incoronata indira indy ines inez ingrid innocenza inès inés inês iolanda
  iole iona ione ionne irem irena irene iride irina iris irma irmina irène isabel isabela isabell isabella
  isabelle isabelly isadora iseult iside isidora isioma isis isla ismerie ismérie isobel isotta isra itzel ivah
  ivanna ivetta ivonne izabela izabella izolda izzy jacey jacinthe jackeline jackie jacklyn jaclyn jacoba
  jacqueline jacquelyn jacynthe jada jade jadwiga jaelynn jaida jailey jailyn jaimini jakayla jakubina jalou
  jamila jana janae janaina janaína jane janelle janessa janet janice janie janin janina janine janiya janna
  janni jannie jany jaquelin jaqueline jara jasmijn jasmin jasmina jasmine jaunita jaya jayda jayde jaylinn
  jayne jazlyn jazmin jazmyn jazmyne jazzlyn jazzlynn jean jeanette jeanie jeanne jeannette jeannie jehanne
  jella jen jena jenifer jenna jennie jennifer jenny jennyfer jente jessica jessika jesslyn jesslynn jessyca
  jette jettie jewell jill jillian jimena jinte jinthe joan joana joanie joann joanna joanne joannie jocelyne
  jodi jodie joelina joeline joelle johanna johanne jolayemi joleen jolie jolien jolijn jolin jolina joline
  jonna jordyn josefa josefien josefin josefina josefine josephin josephine josiane josianne josie josy
  joséphine joy joya joyce jozefina joëlle juana juanita judith judy judyta jula jule julia juliana juliane
  julianne julie juliet julieta juliette julika julina julita juliëtte juna june juno justina justine justyna
  juul jyoti jyotsana jéssica józefina júlia kaci kacie kadiatou kaela kaelyn kaia kailee kailey kailyn kaitlin
  kaitlyn kaja kaleigh kaley kali kalinda kallie kalpana kalyani kama kamala kamila kamille kamla kamryn kanchan
  kanishka kanti kara karelle karen kari kariane karianne karin karina karine karla karlee karley karli karlie
  karlijn karlotta karolann karolina karoline kasandra kashyapi kassandra katarina katarzyna kate katelin
  katelyn katelynn katharina katherine katheryn kathleen kathlyn kathrin kathrine kathryn kathryne kathy katie
  katja katlyn katlynn kato katrin katrina katrine kattie katy kay kaycee kayla kaylah kaylee kayleigh kayley
  kayli kaylie kaylin kayra keara keeley keely keet keira kelley kelli kellie kelly kelsi kelsie kendra kenna
  kennedi kensi kenza kerry kerstin khadidiatou khadija khady khoudia kiana kianna kiara kiarra kiera kiki kim
  kimberley kimberly kiné kira kirsten kirstin kirsty kitty klara klaudia klementyna kleopatra konstancja
  koralia korinna kornelia krista kristen kristi kristie kristin kristina kristine kristy krystal krystel
  krystina krystyna ksawera ksenia kumari kumuda kyara kyla kylee kyleigh kyra lacey laila laisha lakshmi lala
  lalita lana laney lara larissa larysa latoya laura laurane laure laureen laurel laureline lauren laurencja
  laurene laurentyna lauretta lauriane laurianne laurie laurine laury lauryn laurène lavada lavanya laverna
  laverne lavina lavinia lavonne lavínia lawrencia laxmi layla leah leana leandra leann leanna leanne leatha
  leda leela leigh leila leilani lela lelah lelia lempi lena lene leni lenia lenja lenna lenne lenora lenore
  lenya leola leona leoni leonia leonie leonilda leonne leonor leonora leontina leopoldine leora lera lesley
  lesly lessie leta letha leticia letitia letizia letícia levke lexi lexie leyla liah libbie libby liberata
  liboria licia lidania lidia lieke liene lieve lila lili lilia lilian liliana liliane lilianna lilith lilla
  lilli lillian lilliana lillie lilly lilou lily lilyan lina linda linde lindsay lindsey linn linne linnea
  linnéa lisa lisann lisanne lisbeth lise liselotte lisette litzy liva livia liviana liya liyana liz liza
  lizbeth lize lizeth lizz lizzie lizzy lodovica loes lois lola lolita loma lora loraine loredana loreen lorella
  lorena lorene lorenza loretta lori loriana lorine lorna lorraine lott lotta lottie loua louisa louise lourdes
  louvenia lova lovisa loyce loïs luana luce lucia luciana lucie lucienne lucile lucilla lucille lucinda lucja
  lucrezia lucy lucía ludie ludivine ludovica ludwika luella luena luigia luisa luise luiza lula lulu luminosa
  luna lune lura lurline luus luzie luísa lyda lydia lydie lykke lyla lynda lynette lynn lynne lysanne léna
  léonie léonne léopoldine lívia maaike maan maartje mabel mabelle mable macaria macey maci macie mackenzie macy
  madalena madaline madalyn maddalena maddison madeleine madelief madeline madelyn madelynn madge madhuri madie
  madilyn madisen madison madisyn madita madleen madlen madyson maegan maeve mafalda magali magda magdalena
  maggie maguelone maguette mahaut maica maida maike mailin maimouna maira maite maitê maiya maja makayla
  makenna makenzie malati malena malene malia malika malin malina malinda mallaury mallie mallory malou malvina
  malwina mamie mandaakin mandakini mandy mangala mangalya mani manisha manjusha manon manuela mara marah marana
  marcela marcelina marceline marcella marcelle marcia mareike mareme maren mareta margaret margareta margarete
  margarett margaretta margarette margarida margarita marge margherita margie margot margret marguerite maria
  mariah mariam mariama marian mariana mariane marianna marianne maribel marica maricarmen marie marieke mariela
  mariella marielle marieme marietta marika marilena marilie marilou marilu marilyn marilyne marilú marina
  marinella marinetta marion marisa marisol marissa marit marita maritza marième marjolaine marjorie marjory
  marla marlee marleen marlen marlena marlene marli marlie marlène marrit marsha marta marte martha marthe
  martina martine martyna maruta marwa mary maryam maryann maryjane maryna maryse marzia marème maría massima
  mathilda mathilde matilda matilde mattie matylda maud maude maudie maura maureen mauricette maurine mavis
  mawuena mawusi maxellende maxine maya maybell maybelle maye maymie mayra maysa mayte mazie maïmouna mckayla
  mckenna mckenzie meagan meaghan meda medina medine meena meenakshi megan megane meggie meghan mei meike meire
  melania melanie melany melba melek melike melina melinda melis melisa melisande melissa melissandre melitina
  mellie melodie melody melvina melyna melyssa menaka menka menodora mercede mercedes mercia meredith merel
  merete mertie merve meryem messalina meta mette meyra micaela michaela michalina michela michelle michèle
  mieke mikaela mikayla mikki mila milana mildred milena miley milla mille millicent millie milly milou mimma
  mina minakshi mindy minerva minervina minnie mira miranda miray mireille mirella mireya miriam mirja mirre
  mirta mirte mirthe mittie modesta mohana mohini moira moisette mollie molly mona monica monika monique
  monserrat morena morgana morgane moriah mozelle moïsette muriel myah myla mylene mylène myra myriam myrna
  myrthe myrtice myrtie myrtis myrtle márcia mégane mélanie mélisande mélissa mélissandre mélodie mércia mónica
  nadege nadia nadine nadja nadzieja nadège naemi nalini nancy nanna nannie naomi naomie natalia natalie
  natalina natasha nathalie natália nayeli nedra neele neeltje neha neiva nela nelda nele nella nelle nelli
  nellie nelly nena nene neoma nerea nettie neva nichole nicla nicola nicole nicoletta nicolette nicoline niene
  nienke nika nike nikki nikkie nikola nila nilde nimakoah nina ninfa ninthe nisa nives noami noelia noella
  noelle noemie noemy nola nomi nona noor noortje nora norah nore norene norina norma nour novi nowi noémie
  noëlla noëlle nuala nubia nuccia nunziata nuria nyah nyasia nynke néné núbia núria obioma oceane octavia
  océane odessa odetta odette odile odilia ofelia ofélia ojaswini oleta olga olimpia olinda olivia oliviera
  oliwia olympe olívia omana omawunmi ombline ombretta omolara ondina onesta onome onorata onorina oormila
  opalina ophelia ophelie ophélie orchidea oriana oriande oriane orietta orlane ornella orpha orsola orsolina
  ortensia osanna otilia ottilia ottilie oumayra oumou ozanne ozella padma paige palladia palma palmazio palmira
  pam pamela paola parvati pascale patience patricia patrizia patrycja patsy patti pattie patty paula paule
  paulette paulina pauline pearl pearlie pearline pecine peggie peggy pelagia pelagie penda penelopa penelope
  penny perla pernilla perrine petra petronilla petronille phileine philine philippa philomene philomène philou
  phoebe phyllis pien piera piper pippa placida pleun pola polissena polly poornima porzia pramila prasanna
  preity prema primerose prisca priscilla priscille priya priyala priyanka proserpina prospera prudence
  prudenzia puck pulcherie pulchérie purnima pushti pécine pélagie pénélope pétronille quartilla queenie
  quentine quieta quintia quinty quiteria quiéta rachael rachel rachela rachele rachelle radha raegan rafaela
  raffaella rageshwari rageswari rahel raina rainelda rajinder rama ramaa ramata ramatoulaye rana randi rania
  raphaelle raphaëlle raquel rasheedah rati raymonde reanna reba rebeca rebecca rebeka rebekka regina regine
  regitze reina reine rejeanne renata renee renske renée ressie reta retha retta reva reyna rhea rhianna
  rhiannon rhoda rhona rhonda riana riccarda rieke rike rikke rina rita roberta robyn rochelle rocío rohana
  rokhaya roksana rolande romana romane romee romilda romina romola romy ronja roos rosa rosalee rosalia rosalie
  rosalind rosalinda rosalyn rosamond rosamunda rosanna rose roseline rosella roselyn rosemarie rosemary roser
  rosetta rosie rosina roslyn rosmunda rossana rossella rossie rowena roxane roxanne roxy roza rozalia rozella
  rubie rubye rufina rukhmani rukmin rupinder ruta ruth ruthe ruthie rylee ryleigh régine réjeanne róża saar
  saba sabina sabrina sabryna sadie sadye safa safae safiatou safietou safira safiya safiétou sahra saige
  salimata salimatou sallie sally salma salomey salomé salomë saly samanta samantha samia samira samona sandra
  sandrine sanja sanna sanne santina sanya saphira sara sarada sarah sarai sarala saraswati sare sarina sarisha
  sarla saroja saskia savanah savina scarlett scolastica sebastiana seconda secondina sefora segolene sekinat
  selena selene selin selina selma selvaggia semiramide sena serafina serena severa severine seynabou shaina
  shakira shakti shakuntala shana shanel shanelle shania shanie shaniya shanna shannon shanti shany sharda shari
  sharmila sharon shashi shashikala shauna shawna shaylee shayna sheela sheila shelia shelley shelly sheri
  sherri sheryl shirley shivakari shobhana shresth shresthi shreya shreyashi shridevi shrishti shubha
  shubhaprada shwet shyann shyanne sian sibilla sibylle siddhi sidonia signe sigrid silja silje silke silvana
  silvia simisola simona simone simonetta sina sinead sinja siria sitara sixtine siënna skyla sloka smeralda
  smilla smita smriti soave sofie sofronia sofía sokhna solange soledad soline sonia sonja sonya soof sophia
  sophie soraia soraya speranza stacey stacy stefania stefanie stella stephania stephanie stephany sterre stina
  stine stéphanie subhashini subhasini sucheta sude sudeva sue suelen sujata sukanya suma sumayyah sumitra
  sunita sunniva suryakantam susan susana susanna susanne sushma susie suus suzanne suze suzon suélen svea
  svenja sveva swara swarnalata swassane sweta sybil sybilla syble sydnee sydni sydnie sylvia sylviane sylvie
  sylwia synne ségolène séverine sílvia tabea tabita tabitha tacjana tahlia talea talia talita tamara tami tamia
  tamina tania tanirika tanja tanushree tanushri tanya tara tarja tarquinia tarsilla taryn tasha tatiana tatum
  tatyana taya taziana tecla tekla telica teodata teodolinda teodora teresa teri terri tess tessa tessie
  teudosia thais thalea thalia thaïs thea thelma theodora theresa therese theresia thirza thora théodora thérèse
  tiana tianna tierra tiffany tina tiphaine tiril tirza titilayo tiziana toluwani tomasa tomke tonya tosca
  tracey traci tracy trasea tressa tressie treva tricia trinity trisha trudie trycia tuana tullia tuva twila
  tyra ugolina ulfa uliva ulla ulrika unna urmila ursula ursule usha vada vaidehi vaijayanthi vaijayanti
  vaishnavi vaishno vaishvi vala valentina valeria valeriana valerie vallie valérie vanessa vania vanna
  varalakshmi vasanti vasudha vasundhara vedanshi veerle velda vella velma velva venera veneranda venere venusta
  vera verda verdiana verdie vere verena vergie veriana veridiana verla verlie verna vernice verona veronica
  veronika veronique verónica vesta vibeke vicenta vicki vickie vicky victoire victoria vida vidya vieve
  viktoria vilde viliana vilma vimala vincenza vinciane viola violante violet violette virgie virginia virginie
  vissia vitoria vittoria vitória vive vivian viviana viviane vivianne vivienne vrinda vrund vânia véronique
  walentyna waleria wanda wanesa wava wende wendy weronika whitney wiara wibke wiebke wies wiktoria wilhelmina
  wilhelmine willa wilma winifred winnifred winona wirginia xaviere xavière xenia ximena xochitl yacine yadira
  yamileth yara yarah yaren yaretzi yasmeen yasmin yasmine yaya yazmin yenthe yesenia yessenia yfke yinthe ylvi
  ylvie yolanda yolande yoshiko ysaline yseult yuna yvette yvonne zabina zahra zainab zaira zama zaneta zanita
  zara zaria zarina zehra zelda zelinda zella zelma zenobia zetta zeyneb zeynep zita ziva zoe zoeva zoey zofia
  zoie zoila zola zora zosima zoéva zula zuzanna ángela áurea édith élia éliane élisabeth élise élodie éloïse
  éléonore émeline émilie émérance émérencie érica évangéline évelyne íris łucja żaneta`);

/** First names of women and of men, which tell nothing of 'he' and 'she'. */
export const EITHER =
  listOf(`alex ali andrea ariel ashley avery bailey blake bobby camille cameron casey charlie chris courtney dana dominique drew
  evelyn frankie hayden hilary jackie jamie jan jean jess jo jody jordan jules kelly kerry kim kiran kit lee leigh leslie
  lindsay lindsey lou lynn marion maxime mel morgan nat nikita noor pat pip quinn ray riley robbie robin ronnie rosario rowan
  sam sandy sasha shannon shea sidney stevie teagan terry toni tyler val viv vivian`);
