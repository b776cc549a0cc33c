//! Words that stand in any text of their language and say nothing by themselves. Where there are thousands of incidents these are told by how many have them;
//! this list is for the first ones.

/// As they are compared: in small letters without accents.
const COMMON: &str = "
about after again all also always and any are back because been before began being between both but can cannot could did does done down due
during each even every few first for from get gets goes going gone got had has have her here him his how into its just keeps last least less like made make many may
more most much must near never new next none not nothing now off old once one only other our out over own per same saw see seen seems set she should since
some still such than that the their them then there these they this those three through too took two under until very via was way were what when where which while
who why will with within without would yes yet you your
aber alle als auch auf aus bei beim bis das dass dem den der des die dies durch ein eine einem einen einer eines fur hat ist kein keine mehr mit nach nicht noch nur oder
ohne seit sich sie sind uber und vom von vor war wenn werden wie wieder wird zum zur
aux avec ces cette dans depuis des est les leur mais nous ont par pas plus pour que qui sans ses son sont sur une vers vous
ante como con cuando del desde donde ella entre era esta este hay las los mas muy otra otro para pero por porque sin sobre son sus tiene una uno
com dos das foi mais nao nas nos pela pelo sao sem seu sua uma
alla anche che chi con come dal dalla dei della delle gli nel nella non per piu sono sul una
aan bij dat een het hier maar met naar niet nog ook over van voor wat wordt zijn
";

/// Whether a word, as it is compared, is one of these.
pub(super) fn is_common(word: &str) -> bool {
    COMMON.split_ascii_whitespace().any(|common| common == word)
}
