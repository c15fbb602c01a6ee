// Lists header words in Catalan and Icelandic.
import type { LanguageWords } from "./language-words.ts";

const catalan: LanguageWords = {
  email: `correu_electrònic correu adreça_electrònica adreça_de_correu adreça_de_correu_electrònic correu-e adreça_e-mail
    adreça_email e-correu`,
  user: `usuari usuària usuaris client clienta clients soci sòcia socis membre alumne alumna estudiant participant subscriptor
    abonat pacient`,
  account: "compte persona empleat empleada treballador treballadora contacte",
  number: "id número núm nº n codi identificador",
  userId: "identificador identificador_únic id_extern",
  key: "número_d'empleat codi_d'empleat codi client soci",
  name: `nom nom_complet nom_i_cognoms nom_cognoms cognoms_i_nom cognoms_nom nom_visible nom_a_mostrar nom_públic`,
  bareName: "nom",
  firstName: "nom_de_pila",
  lastName: "cognoms cognom primer_cognom llinatges llinatge",
  username: "nom_d'usuari sobrenom àlies",
  last: "darrer darrera últim última",
  visit: "accés inici_de_sessió connexió visita entrada activitat sessió login ingrés",
  registered: `registre registrat registrada alta inscripció inscrit inscrita creació creat creada incorporació soci_des_de
    client_des_de membre_des_de usuari_des_de creació_del_compte`,
  date: "data hora dia data_i_hora el",
  link: "de del d la l i a per",
  own: "adreça principal primària contacte",
  sort: "personal privat particular feina treball corporatiu institucional professional oficina empresa casa escola",
  others: `gerent cap supervisor supervisora responsable gestor professor professora mestre mestra docent entrenador assessor
    conseller propietari arrendador pare mare pares tutor tutora creat_per modificat_per assignat metge cònjuge
    emergència assistent agent venedor director directora autor remitent destinatari representant advocat coordinador`,
};

const icelandic: LanguageWords = {
  email: "netfang tölvupóstur tölvupóstfang netföng",
  user: `notandi notanda notandans viðskiptavinur viðskiptavinar viðskiptavina viðskiptamaður viðskiptamanns félagi félaga
    félagsmaður félagsmanns nemandi nemanda þátttakandi þátttakanda`,
  account: "reikningur reiknings aðgangur einstaklingur starfsmaður starfsmanns tengiliður",
  number: "id númer nr auðkenni kóði",
  userId: "auðkenni félagsnúmer",
  key: "starfsmannanúmer launanúmer",
  name: "nafn fullt_nafn birtingarnafn nafn_að_fullu",
  bareName: "nafn",
  firstName: "eiginnafn fornafn",
  lastName: "eftirnafn kenninafn",
  username: "notandanafn notendanafn gælunafn",
  last: "síðasta síðast síðasti síðustu",
  visit: "innskráning innskráningar innskráður skráður_inn heimsókn virkni virkur",
  registered: "skráning skráningar skráður nýskráning nýskráður stofnað stofnaður stofnun stofnunar búið_til skráð",
  date: "dagsetning dags dagur tími dagur_og_tími",
  link: "og í á",
  own: "aðal heimilisfang",
  sort: "persónulegt vinnu heima skóla einka",
  others: `yfirmaður yfirmanns stjórnandi stjórnanda kennari kennara umsjónarkennari foreldri foreldris forráðamaður
    forráðamanns þjálfari þjálfara ráðgjafi ráðgjafa eigandi leigusali höfundur ábyrgðarmaður læknir maki aðstoðarmaður
    móðir faðir skólastjóri framkvæmdastjóri sendandi viðtakandi`,
};

export const catalanAndIcelandicWords: readonly LanguageWords[] = [catalan, icelandic];
