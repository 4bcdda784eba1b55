# Ce qui entre dans une étude : identifiants directs, classeurs, exports d’enquêtes, projets.

hint-identifiers = Rien n’a été importé. Retirez ou remplacez ces identifiants dans les fichiers (un numéro d’étude, un pseudonyme), puis relancez. S’ils doivent entrer quand même : propos import --allow-identifiers ; l’historique le dira.
import-identifiers = Identifiants directs de personnes importés à votre demande : { $count }. L’historique le note.
help-import-allow_identifiers = Importe aussi les fichiers qui contiennent des identifiants directs (NIR, téléphone, adresse électronique ou postale, numéro d’allocataire, IBAN) ; l’historique le note
help-import-sheet = Feuille à lire dans un classeur ; sans rien, la première qui contient un tableau

diagnostic-identifier-text = { $kind ->
    [nir] Numéro de sécurité sociale (NIR)
    [iban] Numéro de compte bancaire (IBAN)
    [email] Adresse électronique
    [phone] Numéro de téléphone
    [address] Adresse postale
   *[recipient] Numéro d’allocataire
 } « { $masked } »{ $turn ->
    [0] {""}
   *[other] {" "}(tour { $turn })
 }.
diagnostic-identifier-cell = Ligne { $row }, colonne « { $column } » : { $kind ->
    [nir] numéro de sécurité sociale (NIR)
    [iban] numéro de compte bancaire (IBAN)
    [email] adresse électronique
    [phone] numéro de téléphone
    [address] adresse postale
   *[recipient] numéro d’allocataire
 } « { $masked } ».
diagnostic-identifier-column = Colonne « { $column } » : elle contient { $kind ->
    [nir] des numéros de sécurité sociale (NIR)
    [phone] des numéros de téléphone
   *[recipient] des numéros d’allocataire (sept chiffres)
 }, à partir de la ligne { $row } (« { $masked } ») ; cases concernées : { $count }. Remplacez-les par un numéro d’étude, ou retirez la colonne.
diagnostic-identifier-memo = Mémo (« { $name } ») : { $kind ->
    [nir] numéro de sécurité sociale (NIR)
    [iban] numéro de compte bancaire (IBAN)
    [email] adresse électronique
    [phone] numéro de téléphone
    [address] adresse postale
   *[recipient] numéro d’allocataire
 } « { $masked } ».
diagnostic-identifier-source = Document « { $name } », ligne { $line } : { $kind ->
    [nir] numéro de sécurité sociale (NIR)
    [iban] numéro de compte bancaire (IBAN)
    [email] adresse électronique
    [phone] numéro de téléphone
    [address] adresse postale
   *[recipient] numéro d’allocataire
 } « { $masked } ».
diagnostic-identifier-attribute = Caractéristique « { $name } » : { $kind ->
    [nir] numéro de sécurité sociale (NIR)
    [iban] numéro de compte bancaire (IBAN)
    [email] adresse électronique
    [phone] numéro de téléphone
    [address] adresse postale
   *[recipient] numéro d’allocataire
 } « { $masked } ».
diagnostic-identifier-more = { $count } autres identifiants de ce fichier ne sont pas listés.

diagnostic-workbook-none = Ce fichier n’est pas un classeur (xlsx, xls, ods) : ouvrez-le dans le tableur et enregistrez-le de nouveau.
diagnostic-workbook-locked = Ce classeur est protégé par un mot de passe. Ouvrez-le, retirez le mot de passe, enregistrez-le, puis relancez.
diagnostic-workbook-cut = Ce classeur est incomplet : la copie a été coupée. Copiez-le de nouveau.
diagnostic-workbook-large = Ce classeur est trop grand pour être lu (« { $part } » ; limite : { $limit } Mio). Enregistrez la feuille en csv.
diagnostic-workbook-spread = Ce classeur s’étend bien au-delà de ce qu’il contient (feuille « { $sheet } ») : supprimez les lignes et les colonnes vides ou répétées sans fin, ou enregistrez la feuille en csv.
diagnostic-workbook-doctype = Ce classeur déclare un type de document (partie « { $part } »), ce qu’aucun tableur n’écrit. Ouvrez-le dans le tableur et enregistrez-le de nouveau.
diagnostic-workbook-deep = Les éléments de ce classeur sont emboîtés sans fin (partie « { $part } »). Ouvrez-le dans le tableur et enregistrez-le de nouveau.
diagnostic-workbook-outside = Ce classeur contient une partie dont le nom mène hors de lui (« { $part } »). Ouvrez-le dans le tableur et enregistrez-le de nouveau.
diagnostic-workbook-unreadable = Ce classeur ne se lit pas : { $detail }. Ouvrez-le dans le tableur et enregistrez-le de nouveau, ou enregistrez la feuille en csv.
diagnostic-workbook-empty = Ce classeur n’a pas de feuille qui contienne un tableau.
diagnostic-workbook-no-sheet = Ce classeur n’a pas de feuille « { $sheet } ». Ses feuilles : { $sheets }.
diagnostic-workbook-cell = La cellule contient une erreur du tableur ({ $value }) : corrigez la formule, ou videz la cellule.

diagnostic-database-none = Ce fichier n’est pas une base de données de Taguette ou de QualCoder, ou il est incomplet. Exportez le projet en QDPX, ou copiez le fichier de nouveau.
diagnostic-database-open = Un autre programme a ce projet ouvert (un fichier -wal se trouve à côté). Fermez-le, puis relancez.
diagnostic-database-unreadable = Cette base de données ne se lit pas : { $detail }. Copiez le fichier de nouveau, ou exportez le projet en QDPX.
diagnostic-database-no-table = Cette base de données n’est pas telle que son programme l’écrit : « { $table } » n’y est pas une table. Exportez le projet en QDPX depuis le programme.
diagnostic-database-large = Cette base de données contient plus que les textes d’un projet (table « { $table } » ; limite : { $limit } Mio). Exportez le projet en QDPX, ou retirez-en les documents démesurés.
diagnostic-database-unknown = Cette base de données n’est ni de Taguette ni de QualCoder{ $tables ->
    [empty] {""}
   *[other] {" "}(tables connues : { $tables })
 }. Exportez le projet en QDPX.
diagnostic-database-lost = { $kind ->
    [image] Codages d’images qui ne sont pas repris
    [recording] Codages d’enregistrements qui ne sont pas repris
    [graph] Graphiques qui ne sont pas repris
    [media] Sources sans texte (images, enregistrements) qui ne sont pas reprises
    [important] Marques « important » qui ne sont pas reprises (les codages le sont)
    [case-part] Parties de texte rattachées à un cas qui ne sont pas reprises
   *[case] Cas sans texte qui ne sont pas repris
 } : { $count }.
diagnostic-taguette-projects = Cette base contient { $count } projets ({ $names }) : tous sont repris ; les étiquettes de même nom n’en font qu’une.
diagnostic-taguette-outside = « { $name } » : { $count ->
    [one] un surlignage est en dehors du texte et n’est pas repris.
   *[other] { $count } surlignages sont en dehors du texte et ne sont pas repris.
 }
diagnostic-taguette-moved = « { $name } » : { $count ->
    [one] un surlignage n’a pas, à sa place, les mots que Taguette a gardés : relisez-le.
   *[other] { $count } surlignages n’ont pas, à leur place, les mots que Taguette a gardés : relisez-les.
 }
diagnostic-qualcoder-moved = « { $name } » : { $count ->
    [one] un codage n’a pas, à sa place, les mots que QualCoder a gardés : relisez-le.
   *[other] { $count } codages n’ont pas, à leur place, les mots que QualCoder a gardés : relisez-les.
 }
diagnostic-iramuteq-no-text = Du texte précède la première ligne étoilée (**** *variable_modalité).
diagnostic-iramuteq-variable = « { $word } » n’est pas une variable étoilée (*nom_modalité) et n’est pas repris.
diagnostic-iramuteq-empty = « { $name } » ne contient aucun mot et n’est pas repris.

help-import-questionnaire = Fait d’un export d’enquête (LimeSurvey, SurveyMonkey, Sphinx ; csv ou classeur) le questionnaire de l’étude : écrit questionnaire.toml et responses.csv, à relire avant l’import
survey-recognised = Export reconnu : { $program } ; réponses gardées : { $respondents }{ $incomplete ->
    [0] {""}
   *[other] , incomplètes mises à part : { $incomplete }
 }.
survey-questions = Questions : { $items } en nombres ou en réponses ordonnées, { $boxes } cases à cocher, { $groups } qui répartissent en groupes, { $others } gardées sans être déclarées (textes libres, nombres).
survey-written = Écrit : { $files }. C’est une proposition : relisez questionnaire.toml, corrigez-le, puis lancez propos import.
diagnostic-survey-found = C’est un export d’enquête ({ $program }), non une table de codages. Pour en faire le questionnaire de l’étude : propos import --questionnaire "{ $path }".
diagnostic-survey-exists = Ce fichier existe : l’étude a déjà un questionnaire. Déplacez-le pour en proposer un autre.
diagnostic-survey-unknown = Cet export n’est reconnu ni comme LimeSurvey, ni comme SurveyMonkey, ni comme Sphinx. Écrivez questionnaire.toml vous-même : docs/STUDY.md dit comment.

diagnostic-statistics-file = Les fichiers de Stata, de SAS et les .por de SPSS ne sont pas lus. Dans le logiciel, enregistrez les données en csv ou en xlsx, avec les libellés plutôt que les codes (SPSS : Fichier, Enregistrer sous, « Enregistrer les étiquettes de valeurs »), puis relancez avec ce fichier.
diagnostic-spss-not-built = Ce propos a été construit sans la lecture de SPSS. Construisez-le avec (cargo install --path . --features sav), ou dans SPSS enregistrez les données en csv ou en xlsx (Fichier, Enregistrer sous, « Enregistrer les étiquettes de valeurs »), puis relancez avec ce fichier.
diagnostic-spss-unreadable = Ce fichier de SPSS ne peut pas être lu ({ $detail }) : il est abîmé ou incomplet. Enregistrez-le de nouveau depuis SPSS, ou en csv.
diagnostic-spss-empty = Ce fichier de SPSS ne contient aucune réponse.
diagnostic-spss-odd = Ce fichier de SPSS se contredit : { $detail }. Ce qui pouvait être lu l’a été ; vérifiez le nombre de réponses.
diagnostic-spss-missing = { $variable } : { $count ->
    [one] une valeur déclarée manquante est lue
   *[other] { $count } valeurs déclarées manquantes sont lues
 } comme sans réponse ({ $values }).
