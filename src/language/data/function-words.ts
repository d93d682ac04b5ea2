/**
 * Function words of the languages that write capital letters, in about the order of their frequency, one language a
 * row: a line without one of them may be names alone. Written by hand from general knowledge.
 */
export const LATIN_WORDS: readonly (readonly [code: string, words: string])[] = [
  [
    'eng',
    'the of and to in a is that for it was on with as he be at by his from are this have has an not but had they which or you were we one their been will who all more when would there said if out up about what its after some could new than into other also do two she her him no over first people so can my your our them only may these most such years because while before between under against during how did it s t',
  ],
  [
    'sco',
    'the o an tae in a is that for it wis on wi as he be at bi his frae are this hae haes no but haed thay or ye war we ane thair been wull wha aw mair whan wad thare said gin oot up aboot whit its efter some cuid new nor intae ither an aa fae didnae cannae wee ken juist',
  ],
  [
    'deu',
    'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei wenn hatte kann gegen vom können schon ich wir unter seit sagte mich dann da ihre seine keine ihr diese dieser jedoch habe alle was wo eines',
  ],
  [
    'nld',
    'de van het een en in is dat op te zijn met voor die niet aan er om ook als maar bij naar door uit was ze hij dan nog over heeft tot worden werd meer wordt hebben of al kan ik je wat deze tegen geen zou na wel had veel dit haar hun zich zo onder moet toen waren moeten wij onze mensen volgens tussen omdat zegt jaar nu zal waar hem',
  ],
  [
    'afr',
    'die en van in het is n nie wat te vir om dat met op sy hy aan as by deur ook uit na kan was word sal maar of ek ons hulle nog meer toe tot deel moet een jy daar oor haar hom sê gesê mense jaar hierdie baie was al onder wees geen so dit gaan wil vanaf tussen tydens volgens nadat omdat',
  ],
  [
    'fry',
    'de fan en it in is yn dat op foar te hy net mei wie in oan mar ek by om as der troch nei ut hat oer wurde hawwe lyk sy sa noch ik wy jo har syn ien dy kin waard',
  ],
  [
    'ltz',
    'de an d den vun ass an en eng a fir mat dat op net dass zu vum et hunn huet am si sech och ginn gouf bei wéi um dem nach méi war no gëtt awer iwwer duerch hir säi déi dës well wann sinn ech mir kann haten do just keng ënner géint tëscht zum kee keng méi wäert ginn gesot sot ëmmer elo dunn hunn hätt kéint misst hirer hirem senger sengem wéinst iwwert dësen eis eisen eppes näischt joer zwee dräi engem enger eis vum beim huet si',
  ],
  [
    'dan',
    'og i at er det en til af som på for med de den han ikke har der et var fra om men sig vil kan blev eller også efter havde så skal over mod ved være hun nu ud når mere jeg vi hvor år ind bliver blevet siger to op man mange være hvis nogle meget selv deres hans hvad mellem under bare kun sine dag sagde af efter fordi andre uden gør gik disse allerede siden noget gjorde meget hvordan imod igen kvinde mand ville kunne skulle millioner første fået fortalt politiet mellem nye nogen lige sammen få mig dig tid hele gang kommer står ikke heller syntes gerne arbejde',
  ],
  [
    'nob',
    'og i at er det en til av som på for med de den han ikke har et var fra om men seg vil kan ble eller også etter hadde så skal over mot ved være hun nå ut når mer jeg vi hvor år inn blir blitt sier to opp man mange hvis noen mye selv deres hans hva mellom under bare kun sine dag sa fordi andre uten gjør gikk disse allerede siden noe bli fram gjorde mye hvordan imot igjen kvinne mann ville kunne skulle millioner første fått fortalt politiet mellom nye noen like sammen få meg deg tid hele gang kommer står ikke heller syntes gjerne arbeid dette',
  ],
  [
    'nno',
    'og i å er det ein til av som på for med dei den han ikkje har eit var frå om men seg vil kan vart eller også etter hadde så skal over mot ved vere ho no ut når meir eg vi kor år inn blir blitt seier to opp ein mange viss nokre mykje sjølv deira hans kva mellom under berre kun sine dag sa fordi andre utan gjer gjekk desse allereie sidan noko hev me vart vore dette korleis gjorde mykje korleis imot igjen kvinne mann ville kunne skulle millionar første fått fortalt politiet mellom nye nokon like saman få meg deg tid heile gong kjem står heller gjerne arbeid her då berre ho dei frå',
  ],
  [
    'swe',
    'och i att det som en på är av för med den till inte har de ett om han var men sig från så vi kan vid när år jag säger också eller efter nu där hon skulle ska över mot hade vara blir under mer ut sedan blev varit många man mellan än någon vill två upp sin mycket finns bara vad kommer hur utan deras andra alla dem hans då få måste detta',
  ],
  [
    'isl',
    'og í að er á sem það til um var við með fyrir en ekki af hann því hefur þess eru hafa sé þá verið verður hún þeir þeim frá ég þau eftir mun var eða sagði sem segir úr upp hans hennar vera sér hjá nú þar þegar síðan yfir ár þessi þetta þessum einnig hafi voru okkur við verði mikið sínum',
  ],
  [
    'fao',
    'og í at er á sum tað til um var við fyri men ikki av hann ið hevur teir eru hava verið verður hon tey eg eftir ella segði sigur úr upp hansara hennara vera sær hjá nú har tá síðani yvir ár hesin hetta eisini høvdu vóru okkum nógv ein eitt tann teimum frá tó skal kann bleiv',
  ],
  [
    'fra',
    'de la le et les des l d à en un du une que est pour qui dans a par plus pas au sur ne se ce il sont s avec n son cette aux ont mais ou qu été comme sa elle nous leur ses entre fait ces être après on contre tout deux aussi même bien sans depuis ans avait était si lui peut ils dont autres selon encore c j je vous très où faire notamment',
  ],
  [
    'spa',
    'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo mismo ese ahora otro después te otros aunque según esa contra durante dijo quien hacer ante ellos e',
  ],
  [
    'por',
    'de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa num nem suas meu às minha numa pelos elas são disse anos sobre após ainda pode onde vai contra durante dois',
  ],
  [
    'glg',
    'de a o que e do da en un para con non unha os no se na por máis as dos como mais foi ao el das ten á seu súa ou ser cando moi hai nos xa está eu tamén só polo pola ata iso ela entre era despois sen mesmo aos ter seus quen nas me ese eles están tiña foron esa nun nin súas meu ás miña nunha polos elas son dixo anos sobre tras aínda pode onde vai contra durante dous pero lle ademais segundo',
  ],
  [
    'cat',
    'de la que i el en a l d els un per les del amb una no es és al s ha va han més com o però són seva seu aquest aquesta als si també sobre fins entre quan tot tots on ser ja sense perquè pel pels molt dos anys després hi està era havia dels ens ho ni li això té uns fer qual des només tenir dins segons durant contra cap encara n m altres',
  ],
  [
    'oci',
    'de la e lo los que las un en per una d l a es se del amb pas dins al son son mai coma dels o qu sus an ai aquel aquela tanben mas totes entre quand foguèt ten li i sens pels aqueste èra estat fa',
  ],
  [
    'ita',
    'di e il la che in a per è un del l non con si una i della dei da le al ha più sono alla nel anche come d lo gli delle dal ma su se o nella essere suo dopo stato ai sul due hanno tra anni questo degli sua ci loro era fra stata quando ancora solo fatto molto perché ed chi così mi contro questa dalla c sulla senza prima secondo dove quello sia già poi ad cui tutti tutto',
  ],
  [
    'ron',
    'de și în a la cu că pe nu din o care un mai să se pentru este sau al au fi ale lui ce fost unui unei ca a-l am după prin sunt dar ai iar le doar are va dacă când spus între ani cel cea această acest acesta fără asupra până foarte sa său lor noi ei el ea s vor toate tot către cum îi putea împotriva timp precum despre şi între',
  ],
  [
    'lat',
    'et in est non ad ut cum qui quod sed ex de si ab per quae aut a esse etiam hoc sunt atque eius ac nec se enim erat pro quam autem eum ille post quoque',
  ],
  [
    'pol',
    'w i na z się nie do to że jest o od po jak przez za dla ale co tym czy roku ma są był tego jego już oraz było które który ze tylko również może przy jej być która będzie też jako ich tak lub gdy została został bardzo pod go byli powiedział mu nad tej więcej ten ta kiedy jeszcze bez między lat przed ponieważ jednak aby miał swoje a u we',
  ],
  [
    'ces',
    'a se v na je že s z do o k ve i to za by který pro jsou po od ale jako jeho jak byl které bylo nebo jsem až která si už také byla při však než podle ze u tak před mezi není jen bude může mezi řekl ji aby co když má kteří své lidí jejich dne roku byly několik této jsme proti tom ještě jeden let kde',
  ],
  [
    'slk',
    'a sa v na je že s z do o k vo i to za by ktorý pre sú po od ale ako jeho bol ktoré bolo alebo som až ktorá si už aj bola pri však než podľa zo u tak pred medzi nie len bude môže povedal ju aby čo keď má ktorí svoje ľudí ich dňa roku boli niekoľko tejto sme proti tom ešte jeden rokov kde so tiež iba',
  ],
  [
    'slv',
    'in je v na se da za so z ki bi pa ne s tudi po kot pri o od k bil iz do ali še bilo ter bila smo že ni lahko bodo bo med kar bili ko jih ga njegov tega ta to več če sem jo leta pred le po zaradi vse kjer svoje nekaj samo brez dejal zelo lahko tako proti mora imajo ima kako kaj zakaj sicer oziroma vendar prvi njegova svojim njihov njegovo kakor nad toda dva tri bilo kako dobro leto del nekateri zdaj tem tej vsi vsak enega',
  ],
  [
    'hrv',
    'i u je na se da za su od s što koji a ne kako o će te kao iz bi po do ali nije koja koje to bio su li nakon ili samo bilo još sam bila prema sve tako već više biti prije također gdje godine tijekom može tko bez zbog oko no među kada jer nema protiv imaju ga joj mu njih svoje uz kojem kazao rekao dok ako tisuća sljedeći njihov njegov svojim kazala zašto međutim prvi jedan tri dva dobro dio neki sada ovaj ova ovo svi svaki vlada uvijek vrijeme predsjednik ljudi bih nego kad onda',
  ],
  [
    'bos',
    'i u je na se da za su od s što koji a ne kako o će te kao iz bi po do ali nije koja koje to bio li nakon ili samo bilo još sam bila prema sve tako već više biti prije također gdje godine tokom može ko bez zbog oko među kada jer nema protiv imaju ga joj mu njih svoje uz kojem kazao rekao dok ako hiljada šta sedmice općine njihov njegov svojim zašto međutim prvi jedan tri dva dobro dio neki sada ovaj ova ovo svi svaki vlada uvijek vrijeme predsjednik ljudi bih nego kad onda',
  ],
  [
    'srp',
    'i u je na se da za su od što koji a ne kako o će kao iz bi po do ali nije koja koje to bio sa li nakon ili samo bilo još sam bila prema sve tako već više biti pre takođe gde godine tokom može ko bez zbog oko među kada jer nema protiv imaju ga joj mu njih svoje uz kojem kazao rekao dok ako hiljada šta posle ovde vreme ljudi njihov njegov svojim zašto međutim prvi jedan tri dva dobro deo neki sada ovaj ova ovo svi svaki vlada uvek predsednik bih nego kad onda',
  ],
  [
    'lit',
    'ir kad į iš su yra tai buvo ne kaip bet o dėl už jo apie po jis savo jų nuo metų taip dar tik iki jau ar bus pagal taip pat kurie kuris kai prie sakė per labai jei jos daugiau mes ji todėl prieš tarp būti gali buvo nes turi tuo šis kas be vis metais arba kuri',
  ],
  [
    'lav',
    'un ir ar no par ka uz ne tas bija kas arī kā lai pēc gan bet pie vai viņš tika to tā tiek gada nav vairāk viņa jau tikai līdz jo tās teica būs savu starp ko šo pirms kuri kur ja pret var to viņi kad ļoti vēl mēs gadā vairs esam bez savas viņu es tad kuru',
  ],
  [
    'est',
    'ja on ei et see oli ka kui aga mis oma ta selle või nii kes kuid siis pärast ma mida ning üle oma aasta välja tema seda kus nad veel juba poolt kõik sest väga üks ütles kuni eest nagu ole ainult olid vastu rohkem meie olla pole sellest saab peab enne neid inimesed võib teha',
  ],
  [
    'fin',
    'ja on ei että oli se hän mutta ovat mukaan myös kun sen joka ole kuin olisi oman sekä tai jos vuoden jälkeen hänen olivat siitä nyt vain niin jo he mitä tämä ne noin kanssa sitä ollut vielä voi kaikki enemmän ennen tämän hyvin mukana jotka sanoi minä heidän eikä koska olla siihen vuonna ihmiset kuitenkin sanoo mukaisesti',
  ],
  [
    'hun',
    'a az és hogy nem is egy meg ez volt csak azt ha de már mint vagy el még lesz van ki ezt szerint kell után minden nagyon akkor be amely mert ami sem mondta fel kellett pedig aki között most lehet olyan azonban amelyek több során ahol lett voltak illetve majd ezek mi én két csak ő alatt arra így ellen',
  ],
  [
    'sme',
    'ja lea ahte ii mii leat go dat son muhto lei maid mun das dan sii leamaš vel dahje nu de eai ja gii dás buot galgá',
  ],
  [
    'gle',
    'an na agus a i go ar ag is le do bhí de tá sé ní sin ach nach leis dúirt ó seo ina bheith mar siad air nó iad níos faoi é raibh atá gur chun aon mé bhfuil sa den ann um idir bhliain eile roimh féin gach daoine tar éis chuig ba',
  ],
  [
    'gla',
    'an a na agus air ann do bha gu le chan tha e nach gun aig is am sin iad mar ach de dh bho leis cha ri eile air seo far robh mi i tha dhan nan bhith',
  ],
  [
    'cym',
    'y yr o i a yn ac ar mae n ei ond wedi am ar gan bod oedd na i w er hyn eu fod yw sydd gyda nid hefyd roedd bydd neu dros gael un pan mewn fel ni ddim hynny at rhwng dywedodd eraill mwy bu wrth pobl blynyddoedd iawn chi fi dim sy cael',
  ],
  [
    'bre',
    'ar an ha da eo en gant ur e a war n ket eus evit deus ma hag un pe zo oa met bet o bez anezhañ o deus e oa evel c hoazh',
  ],
  [
    'sqi',
    'të në e dhe i një për me që nga se është nuk më u ka si ai këtë do por kjo janë kishte ishte duke pas ndër ata saj tij mund shumë kanë ky kur edhe tha apo qe deri gjatë mes vetëm para sa ti ne ajo nga pasi cilat cili kundër midis tyre ende asnjë',
  ],
  [
    'eus',
    'eta da ez du ere zen bat dira izan baina zuen dute den egin hori dela bere baino duen hau dituzte oso edo beste zuten ziren bezala gero arte bai behar zer ditu baten dio egiten ondoren urte zituen hura gabe nahi horrek guztiak dago aurka dituen esan baita beraz baizik hark berak egon hain horretan bidez berri bi hiru lehen egun bertan artean urteko dago daude dugu dutela zela zuela dela diren duten baina bada nola edozein inoiz guzti euskal hura hori haiek gu ni zuk egiteko izango izateko ari beharko',
  ],
  [
    'mlt',
    'il ta li u l fil ma għal minn tal fuq dan biex mill għall lill din it ir mal kien bil is dawn huwa qal ukoll kienet jew hija għandu mhux dwar kif wara f b aktar s hemm iżda qed kienu jekk kull sena nies għax kellu bejn x fost',
  ],
  [
    'tur',
    've bir bu da de için ile olarak çok daha olan ne gibi en kadar sonra ancak ise var o ki değil göre her iki yeni olduğunu oldu ya ama etti dedi tarafından olduğu şekilde mi diye büyük bunun ben veya yok bazı karşı onun biz arasında önce kendi ilk üzerinde biri şey nasıl zaman hem içinde yıl',
  ],
  [
    'aze',
    'və bir bu da ilə üçün də o ki olan edən olub olaraq isə daha ən bu çox sonra kimi onun olduğunu edib ancaq ya amma hər deyib görə artıq var qədər deyil idi qarşı tərəfindən bütün iki bildirib il biz mən öz etdi yeni həm arasında necə məlumat yox bunu lakin zaman onlar olar',
  ],
  [
    'uzb',
    'va bu bir bilan uchun ham u edi da bo ekan esa kerak deb o lgan emas yil dan lekin bor keyin bolgan mumkin shu qilib uning har men biz ular boshqa qildi ko p eng g yangi degan qanday agar barcha orqali bo lib bo ldi qarshi haqida ning yoki kabi hamda',
  ],
  [
    'tuk',
    'we bu bir bilen üçin hem ol diýip boldy edip bolup soň ýyl ýa onuň bar däl diýdi ýaly has iň bolan şeýle her gerek emma barada olaryň biz men öz olar köp ýöne garşy boýunça sebäbi arasynda eýýäm etdi iki täze',
  ],
  [
    'kmr',
    'û li di ku de ji bi ev bû wê ye ne jî ew ê xwe wî a na kir got bo her an hat din me wan yên ya yê ez dike divê gelek hatin hemû pir bûn lê dema tê piştî dibe heye tu ser nav gel derbarê salê',
  ],
  [
    'ind',
    'yang dan di dengan itu untuk dari dalam ini pada tidak akan mereka ke ia telah oleh adalah tahun ada bahwa sebagai dia juga saya orang karena lebih mengatakan bisa sudah atau para seperti setelah kami satu hanya kepada saat namun harus tersebut menjadi dapat tapi antara hingga banyak sejak tetapi kita bagi jika masih terhadap lain secara anda bagaimana ketika bukan beberapa selama tetapi serta pria kantor kota uang mobil polisi senin selasa jumat minggu agustus maret juni presiden serikat inggris partai pemilu miliar triliun persen merupakan memiliki berusia pihak mungkin masyarakat resmi perusahaan pertandingan beberapa pun sebuah seorang dengan kata belum kembali mantan pada baru melakukan membuat',
  ],
  [
    'msa',
    'yang dan di dengan itu untuk dari dalam ini pada tidak akan mereka ke ia telah oleh adalah tahun ada bahawa sebagai dia juga saya orang kerana lebih berkata boleh sudah atau para seperti selepas kami satu hanya kepada daripada namun perlu tersebut menjadi dapat tetapi antara sehingga ramai sejak kita bagi jika masih terhadap lain secara anda bagaimana apabila bukan beberapa beliau ialah manakala kata banyak polis selama serta lelaki pejabat bandar wang kereta isnin selasa jumaat ahad ogos mac jun presiden syarikat britain parti pilihan bilion billion trilion peratus merupakan mempunyai berusia pihak mungkin masyarakat rasmi syarikat perlawanan pun sebuah seorang belum kembali bekas baharu membuat semasa turut bagaimanapun khamis lebih daripada kerajaan pasukan sekolah tetapi bagi kesihatan',
  ],
  [
    'jav',
    'ing lan sing kang saka iku ora karo ana iki kanggo dadi marang wis uga utawa ingkang dening yaiku kuwi nalika luwih bisa para dheweke nanging wong sawijining aku kita akeh amarga yen',
  ],
  [
    'sun',
    'nu jeung di ka ieu anu ku teh dina éta aya pikeun ti henteu teu jadi atawa sarta oge kana tina nyaeta salah sanggeus urang manéhna bisa geus moal lamun',
  ],
  [
    'fil',
    'ang ng sa na mga at ay para ito kung hindi ni ng nang niya siya may si dahil kanilang isang kay pa lang o ko rin sila din ako mula pang nito namin kanyang iyon bilang pero naman tao ayon lahat wala noong upang taon mo ka kami habang sinabi bago ating siyang nila iyong isa ilang',
  ],
  [
    'ceb',
    'ang sa nga mga ug ni kay si usa dili iyang alang kini ka siya gikan na ba ko apan o wala adunay ngadto kon diha ilang niya nila kaniya usab matag',
  ],
  [
    'vie',
    'và của là có được các trong cho không người với một những để này đã khi từ về đến ông tại vào sẽ cũng nhiều như trên ra năm đó họ ở tôi hơn làm phải sau thì nhưng việc lại bị theo nói còn rằng cả nước chúng nếu hai đang bà nhất rất chỉ đi',
  ],
  [
    'hmn',
    'thiab tus ua tau cov yog rau lawv uas nyob muaj tias los hauv nws mus ntawm kom kuv kev no tab sis peb tsis ib txog tom qab thaum tawm neeg dua lub xyoo hais tag raug txhua',
  ],
  [
    'mlg',
    'ny sy fa ho dia tsy amin an izay tamin i no ireo izany ary ao aza na momba efa rehetra koa azy teo tao nefa noho isan olona mba raha anaovana izy misy fotoana taona ity nanao mpanao araka nilaza io eo ihany anefa any toy hoe nandritra ka',
  ],
  [
    'mri',
    'te ki i o ngā he ka e a me mō nga kei kua tangata mai ana hoki rā nei ko ia kore kāore tētahi hei nō tōna rātou au atu kia mā ai tana tau ahau rawa engari nā tā ētahi wā',
  ],
  [
    'smo',
    'le o i e ma a na ai mo lea ua se sa o le tagata fa ina faapea mai ia latou tausaga tele lona ae atu foi lava ona mafai oe ou ia te fua faia sili toe pe ni po ga i totonu',
  ],
  [
    'ton',
    'e he ko ki i o ʻe ʻa ʻo ʻoku mo ne ha pea naʻe kuo ai fakahoko taʻu kae ke hono hotau honau te nau kakai ia ni neongo fai ange mei pe hoko lahi na a oku ae kau fe fakamatala hoku ngaahi',
  ],
  [
    'tah',
    'te i e o ia mai ua a no ra nā tō mau teie ma ai roto atu taata aita rātou ei nei hia ta na rahi matahiti tei oia faahou tā ona nō aore mea parau mua',
  ],
  [
    'fij',
    'na ni e ka kei sa vei ena o me ko ki era mai a dua ni era na tamata sega gona vakarautaka oqo kina vaka baleta yabaki tale nodra nona nodratou eratou ga tiko baleti raica veika rawa sara qai au',
  ],
  ['haw', 'ka ke o i a me he nā no ma e ia ua kona kēia mai aku ana ma ka ʻo ʻaʻole nui mau'],
  [
    'swa',
    'ya na wa kwa ni katika za la kuwa hiyo cha hii ambayo huo kutoka watu kwamba alisema huyo baada vya hilo lakini hivyo pia mwaka yake kama au wao hata wake ili hawana nchi kila tu mtu mimi yangu moja zaidi wakati ambao wengi bila juu huku sana baadhi kati yao hakuna sasa hao',
  ],
  [
    'som',
    'oo ka ee ku in ay la ah uu iyo ayaa waxa ugu waxaa la loo aan si u waa isaga waxay kale iyo kuwa soo badan ayuu sida aad sheegay laakiin dadka mid isku uga wuxuu inuu lagu inay ama sanad markii wax tahay hal muddo lahaa',
  ],
  [
    'orm',
    'fi kan akka irratti keessatti in jira waan isaa kana hin ta e ture keessa dha isaan garuu namoota kun ni ammoo yeroo inni isa jechuun bara biroo sana gara fayyadamuu itti jedhe booda yookiin tokko hunda dhaan yoo kanaan osoo jedhu namni waggaa gaafa fayyaa qabu ture turan kanneen hojii yommuu akkasumas keenya mootummaa itti poolisii waliin haala gaaffii sababa kanaaf gidduu lammaffaa ammas amma malee dura hedduu irra isaanii isheen qaba',
  ],
  [
    'hau',
    'da a na ta ya cikin kuma wannan su ba shi an zuwa yana ce wanda ga ko daga lokacin don sun suka amma mutane ne wani ana domin wasu sai kasar kan mai kamar har bayan tsakanin duk ma shekara tare idan za suna game wadanda kasa aka ke hakan',
  ],
  [
    'yor',
    'ti ni tí ní àti sí wọn ó ń pé náà láti kan fún a lọ bá sì wọ́n rẹ̀ tó nínú sọ àwọn jẹ́ ṣe gbà o pẹ̀lú kí kò ṣùgbọ́n mo lè ọdún yìí ìjọba jẹ gbogbo wa ènìyàn lórí wà kú bí nígbà tún ẹni ọ̀rọ̀',
  ],
  [
    'ibo',
    'na nke ya a ndị bụ ha n o ọ maka e dị ndi gị m site anyị mana ihe onye ka ga mgbe iji otu ma afọ kwuru nwere oge obodo karịa si nwoke niile ọzọ ebe ahụ dika were mere na aka kwa',
  ],
  [
    'zul',
    'ukuthi futhi kanye uma ngoba kodwa yena lapho noma abantu ngesikhathi kusukela kakhulu emva nje lokhu yini kwe ukuba kuze lo le ngo njengoba unyaka ngaphandle ngaphambi wathi uthe ukuze omunye zonke sebe abanye phakathi kuyo bese besho manje izinto iminyaka ngalokho kodwa futhi ngemuva lapha amaphoyisa bathi ukwenza isikhathi bonke wonke uhulumeni ekhaya kakade okwamanje ngaleso kungaba akukho inkinga nokho ukuthola',
  ],
  [
    'xho',
    'ukuba kwaye kunye xa kuba kodwa yena apho okanye abantu ngexesha ukusuka kakhulu emva nje oku yintoni ukuze le ngo njengoko unyaka ngaphandle phambi wathi uthe ukuthi omnye zonke abanye phakathi kwakhona ngoku izinto iminyaka ke ngoko loo nto kwi kwa lo xa kufuneka kodwa kananjalo emveni apha amapolisa bathi ukwenza ixesha bonke wonke urhulumente ekhaya okwangoku ngelo kungaba akukho ingxaki noko ukufumana phezu enye',
  ],
  [
    'nde',
    'ukuthi njalo kanye nxa ngoba kodwa yena lapho kumbe abantu ngesikhathi kusukela kakhulu emva nje lokhu kuyini ukuba kuze lo le ngo njengoba umnyaka ngaphandle ngaphambi wathi uthe ukuze omunye zonke abanye phakathi kwakuyi khathesi izinto iminyaka yikho okumele wonke kutsho abuye lokho mayelana bangu bambalwa umunwe okunye khona konke omunye lakanye ukuze nxa bonke ilanga njalonjalo bathi amapholisa ekhaya ukwedlula okwakwenzakala ngabe yinye isikhathi bakhe khonapho ngoba lapha sokungena langaphambili ukwenza',
  ],
  [
    'ssw',
    'kutsi futsi kanye uma ngobe kodvwa yena lapho nobe bantfu ngesikhatsi kusukela kakhulu emva nje loku yini kute lo le ngo njengoba umnyaka ngaphandle embi watsi utse kuze lomunye tonkhe labanye emkhatsini nyalo tintfo iminyaka kwekutsi ngekwe labo letinye',
  ],
  [
    'sna',
    'uye kuti asi kana vanhu kuna iyo ndeye nguva iri kubva kune ne vari dzimwe pane mu zvakadaro gore pashure uyu avo akati nyika izvi kwete mumwe wavo muna zvino zvakare zvavo zvese aive makore inonzi iye ini kwavo kwazvo nokuti kunyange pamwe ndi sezvo',
  ],
  [
    'nya',
    'ndi kuti mu ku pa wa ya za kwa anthu koma iye chifukwa ndipo omwe ngati chaka kapena adati zaka dziko ena nthawi yake awo monga izi kuchokera komanso kuti pamene bwino zomwe yomwe pambuyo kwambiri pakati anali iwo ake chimene ali uyu kale adanena',
  ],
  [
    'kin',
    'mu na ku ko kandi yo ni n y cyangwa abantu w ya ba bya wa cy ibyo kuri iyi nyuma ariko byo k uyu ubwo igihe muri kugira imyaka gukora ibi bw aho icyo mbere kuko umwe yavuze bose hari abo ndetse cyane benshi kandi kuva atari nk ntabwo hagati',
  ],
  [
    'run',
    'mu na ku ko kandi yo ni n y canke abantu w ya ba bya wa c ivyo kuri iyi inyuma ariko vyo uyu igihe muri kugira imyaka ivyo aho ico imbere kuko umwe yavuze bose hari abo mbere cane benshi kuva ntibari nka ntabwo hagati',
  ],
  [
    'tsn',
    'le go ya a mo ka ba e o wa di se ke fa gore mme batho ne kwa tsa la bo jaaka fela gonne morago tla dingwe sa mongwe ngwaga botlhe gagwe kgotsa rile bangwe na nako jwa bone mono dira thata gape yone tse tsotlhe nngwe neng fao ntse',
  ],
  [
    'nso',
    'le go ya a mo ka ba e o wa di se ke ge gore batho be kwa tša la bo bjalo fela gobane morago tla dingwe sa yo ngwaga bohle gagwe goba rile bangwe na nako bja bona kudu dira gape yona tše ka moka e be tee eupša fao šetše mengwaga mabapi gare eng',
  ],
  [
    'sot',
    'le ho ya a mo ka ba e o wa di se ke ha hore batho ne tsa la bo jwalo feela hobane morao tla tse sa yo selemo bohle hae kapa itse bang na nako ea bona haholo etsa hape yona kaofela ba neng empa moo lilemo li tsamaea',
  ],
  [
    'ven',
    'na u vha ya a mu tshi i nga zwa wa ha kha ḽa vhathu uri fhedzi naho nahone nwaha musi tenda khathihi vho zwi o ṅwaha dza vhe li ri hu vhana tsha ḓo zwino nga murahu zwe muthu ene vhaṅwe hone iyi ṱhe ino',
  ],
  [
    'tso',
    'na ku ya hi a leswaku va ka le la wa vanhu xi ra swi eka kambe loko naswona endzhaku hikuva un wana lembe nkarhi lava leswi vona yena van wana ngopfu kumbe laha swa ri nga',
  ],
  [
    'bem',
    'ukuti na ku mu abantu pa nga lelo ici uyu kabili aba ya ba ifyo ukufuma bonse umwaka fye apo ilyo cilya nangu kuli muli wa atile pantu elyo bamo uwa umo ukuba cimo kwati na pakuti lyonse ifi ulya sana nomba imyaka',
  ],
  [
    'lug',
    'nti mu ku n era ne ya okuva nga abantu naye ba ye okuba ebya awo kubanga buli oba nnyo kye gye bwe',
  ],
  [
    'lin',
    'ya na te ete oyo bato mpe ba ezali mpo nde to soki wana ezalaki yango bango ye oyo nionso kasi mingi mobu',
  ],
  [
    'ewe',
    'le la me ƒe be si wo ɖe na eye siwo ame wò ŋu o gake ke ne va ɖo tso ɖo dzi amewo ƒea va megbe ko eŋu kple woa nu alo ge hã esi esia aɖe eƒe wòe sia ta gblɔ katã ɣeyiɣi',
  ],
  [
    'wol',
    'ci ak bi mu yi gi na la li ñu te ni di ngir nit am ba dafa nga xam loolu mi dañu waaye moo bu dañ fa leen doon dina ko jëf bokk atum naa bépp wax seen ga mbaa gannaaw lu ay bañu nag gën boo képp',
  ],
  [
    'ful',
    'e ko nde ngal nder o ɗum yimɓe mo to ɓe nge kadi sabu hono ɗo ina ngam tan tawi fof kala hitaande si haa so oo wonaa gooto ɗee ɗii woni ɓen ɗuum fow caggal laamu ɗi kono ndeen heɓi waɗi yahi wi maɓɓe makko amen kamɓe mum fuu gila sabi ɓure goɗɗo gonɗo waɗde nokkuuji neɗɗo duuɓi hitaandi jamaanu leydi',
  ],
  [
    'shi',
    'n d ad i s ɣ ur is yan gh ar nna yat f is g ɣ ɣf zund lli rad zɣ acku mddn ntta ɣikad imma yili bahra nttat ass ɣar asggʷas kra kullu urta dar ismḍln tn',
  ],
  ['tzm', 'n d ad i s deg ur yella d akken ɣef am seg ayen yal wa'],
  [
    'hat',
    'nan ak yo ki pou li yon pa la te sou a nou ki gen tout men se moun mwen pa kap ou lè fè kòm genyen ant sa ka menm',
  ],
  ['que', 'hinaspa hinallataq runakuna chay kay mana chaymi ima hinaqa karqan ima kaqkuna huk llapan'],
  ['grn', 'ha upe pe ko umi haʼe rehe peteĩ ndaha ikatu ojapo opa'],
  [
    'epo',
    'la de kaj en estas al la por ne ke kun li ĝi el kiu ankaŭ oni aŭ sed pli estis je tiu ĉi kiel ili sur ĉiuj per post kiuj nur ol',
  ],
];

export const CYRILLIC_WORDS: readonly (readonly [code: string, words: string])[] = [
  [
    'rus',
    'в и на не что с по из к он как за о для это его у от а было до же мы но так был все или их после если она они году только также который при бы уже со которые быть может лет когда более который чтобы которая сказал еще ещё время этого этом того были была будет нет есть без между где ее её меня себя очень',
  ],
  [
    'ukr',
    'в і у на що не з за та до як про це для від його є по але або із він який року було які також під час після й ми вони при їх що через більше бути якщо вже був ще коли має лише яка так щоб може цього між сказав її вона були років був них цей де без дуже проти себе де',
  ],
  [
    'bel',
    'і ў на не што з у па для як а за да ад яго гэта ён пра але так быў таксама або які якія быць калі яны па гадоў пасля можа яшчэ больш было каб яна толькі іх якая ужо мы паміж сказаў таму гэтага дзе былі без вельмі сябе супраць год людзей з-за дык',
  ],
  [
    'bul',
    'на и в да се за от с не е че са по до го като но това който при след които или има със ще още той беше може през къде бъде само която така те много към аз ни били което преди е му вече между без над им какво сред също бил сме годишен съм защото обаче години тя им според си',
  ],
  [
    'mkd',
    'на и во да се за од не е дека со ќе што го по но ги како тоа кои кој која или беше има ја ова повеќе само до при тој по ги може тие биле уште години беа сите им ние бил пред без кога била сум исто така му меѓу дали затоа она нема поради таа рече тогаш откако против',
  ],
  [
    'srp',
    'и у је на се да за су од што који а не како о ће као из би по до али није која које то био са ли након или само било још сам била према све тако већ више бити пре такође где године током може ко без због око међу када јер нема против имају га му њих своје уз рекао ако хиљада шта после људи',
  ],
  [
    'kaz',
    'және бұл бір мен үшін деп де да осы ол болып екі бар үлкен оның сол болған еді туралы кейін болды емес тағы арқылы соң керек жылы барлық өз бойынша немесе бірақ ең дейді ал қазақстан сондай біз адам жоқ сияқты жаңа деген олар қарсы қарай көп',
  ],
  [
    'kir',
    'жана бул бир менен үчүн деп да де ал эле болуп эки бар чоң анын ошол болгон эмес дагы аркылуу соң керек жылы бардык өз боюнча же бирок эң дейт жөнүндө кийин биз адам жок сыяктуу жаңы деген алар каршы карай көп мындай кыргыз үчүн эле',
  ],
  [
    'tat',
    'һәм бу бер белән өчен дип дә да ул булып ике бар зур аның шул булган түгел тагын аша соң кирәк ел барлык үз буенча яки ләкин иң ди әмма без кеше юк кебек яңа дигән алар каршы таба күп мондый турында итеп иде',
  ],
  [
    'bak',
    'һәм был бер менән өсөн тип дә ҙә ла да ул булып ике бар ҙур уның шул булған түгел тағы аша һуң кәрәк йыл бөтә үҙ буйынса йәки ләкин иң әммә беҙ кеше юҡ кеүек яңы тигән улар ҡаршы күп бындай тураһында итеп ине',
  ],
  [
    'mon',
    'нь юм байна болон энэ байгаа гэж тэр бол хийх байсан ба улсын байх өөр гэсэн хүн нэг тухай монгол гэх дээр болох мөн хоёр бүх түүний энд бус ч бэ гэхдээ он их тэд бид дараа оны хэд боловч үед эсвэл учраас',
  ],
  [
    'tgk',
    'ва дар ба ки аз ин он бо ки барои шуд буд ки ҳам аст онҳо то бошад кард карда шудааст худ гуфт ё дигар пас сол бисёр агар ман мо вай аммо ҳар чун як зери бояд бар нест метавонад хоҳад бештар дошт',
  ],
  [
    'uzb',
    'ва бу бир билан учун ҳам у эди да экан эса керак деб бўлган эмас йил лекин бор кейин мумкин шу қилиб унинг ҳар мен биз улар бошқа қилди кўп энг янги деган қандай агар барча орқали бўлиб бўлди қарши ҳақида ёки каби ҳамда',
  ],
  [
    'aze',
    'вә бир бу да илә үчүн дә о ки олан олуб олараг исә даһа ән чох сонра кими онун анҹаг һәр вар гәдәр дејил иди',
  ],
  ['oss', 'ӕмӕ уый ма нӕ йӕ сӕ ӕй кӕй куы цы уӕд дӕр та афтӕ'],
  ['sah', 'уонна бу биир буолан эбит дьон кини кэлэн иһин буолар диэн баар онно'],
  ['che', 'а цу ду цхьа и дара шен дац бу вай хьо тӏе тӏехь'],
  ['chv', 'тата вӑл пулнӑ ҫак пӗр та те мар пур ҫине унӑн'],
];
