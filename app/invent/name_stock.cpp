#include "app/invent/name_stock.h"

#include "app/base/text.h"

#include <algorithm>
#include <utility>

namespace handbell::invent {

namespace {

constexpr WrittenStock kBritish{
    .weight = 52,
    .language = "",
    .speaks = 0,
    .surnames =
        "Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans "
        "Walker White Roberts Green Hall Wood Jackson Clarke Harrison Cooper Ward Turner Hill "
        "Moore Morris Clark Baker Allen King Parker Bennett Cook Shaw Carter Richardson Bailey "
        "Collins Bell Cox Miller Marshall Simpson Price Anderson Adams Wilkinson Foster Ellis "
        "Chapman Mason Webb Rogers Hunt Mills Palmer Knight Barker Fletcher Lowe Harvey Pearson "
        "Gibson Dixon Fisher Barnes Holmes Lloyd Butler Russell Barrett Graham Murray Stevens "
        "Jenkins Reynolds Grant Hamilton Ferguson Cunningham Pritchard Llewellyn Rowlands Nixon "
        "Whitehead Goodwin Thornton Hartley Ashworth Holt Lumb Sutcliffe Greenwood Haigh Booth "
        "Crossley Bates Storey Rudd Tranter Fairbrother",
    .girls =
        "Amelia Olivia Isla Ava Ivy Freya Lily Florence Mia Willow Rosie Sophia Isabella=Bella "
        "Grace Daisy Sienna Poppy Elsie Emily Ella Evelyn=Evie Phoebe Evie Charlotte=Lottie Harper "
        "Millie Matilda=Tilly Maisie Sofia Emma Isabelle Alice Ada Penelope=Penny Luna Eliza "
        "Eleanor=Nell Chloe Zoë Chloë Imogen=Immy Violet Robyn Molly Martha Orla Thea Nancy Edith "
        "Beatrice=Bea Heidi Jessica=Jess Bonnie Darcie Lottie Maya Eva Lucy Hannah Erin Margot "
        "Clara Rose Lyra Summer Harriet=Hattie Anaïs Renée Elizabeth=Lizzie Megan Seren Cerys",
    .boys =
        "Noah Oliver=Ollie George Arthur Muhammad Leo Harry Oscar Archie Henry Theodore=Theo "
        "Freddie Jack Charlie Theo Alfie Jacob=Jake Thomas=Tom Finley Arlo William=Will Lucas "
        "Roman Tommy Isaac Teddy Alexander=Alex Luca Edward=Ted James Joshua=Josh Albie Elijah Max "
        "Mason Ethan Reuben Rory Louie Benjamin=Ben Harrison Logan Joseph=Joe Daniel=Dan Hugo "
        "Ralph Sonny Zachary=Zac Toby Ezra Stanley Jude Dylan Frederick=Fred Ronnie Otis Gabriel "
        "Samuel=Sam Jenson Bobby Rowan Caleb Felix Rhys Ioan Ellis Callum Fraser Ewan "
        "Nathaniel=Nat"};

constexpr WrittenStock kIrish{
    .weight = 4,
    .language = "",
    .speaks = 0,
    .surnames =
        "O'Neill O'Brien O'Connor Murphy Kelly Byrne Ryan O'Sullivan Doyle McCarthy Gallagher "
        "Doherty Kennedy Lynch Quinn McLoughlin Nolan Brennan Fitzpatrick O'Reilly",
    .girls =
        "Aoife Niamh Saoirse Caoimhe Róisín Éabha Ciara Fiadh Clodagh Bridget=Bridie Maeve "
        "Sinéad Orlaith Nora",
    .boys =
        "Oisín Seán Cillian Fionn Conor Patrick=Paddy Declan Tadhg Cormac Ronan Eoin Cian "
        "Darragh Brendan"};

constexpr WrittenStock kCaribbean{
    .weight = 4,
    .language = "",
    .speaks = 0,
    .surnames =
        "Campbell Francis Gordon Henry Reid Bailey-Grant Dacosta Morrison Samuels Beckford "
        "St._Clair Blake Joseph Charles Pinnock",
    .girls = "Aaliyah Nevaeh Amara Zara Shanice Tiana Kezia Imani Ruby Naomi Esmé Aniyah",
    .boys = "Malachi Jayden Isaiah Jerome Tyrell Micah Kai Elijah Xavier Zion Josiah Andre"};

constexpr WrittenStock kWestAfrican{
    .weight = 4,
    .language = "",
    .speaks = 0,
    .surnames =
        "Okafor Adeyemi Mensah Boateng Owusu Balogun Okonkwo Osei Asante Eze Ogunleye "
        "Nwachukwu Appiah Adebayo-Cole Chukwu",
    .girls =
        "Adaeze Chiamaka Ama Esi Temiloluwa=Temi Ifeoma Abena Oluwaseyi=Seyi Zainab Adwoa "
        "Ngozi Folasade=Sade",
    .boys =
        "Chidi Kwame Kofi Emeka Oluwatobi=Tobi Ayodele=Ayo Kwabena Ikenna Femi Obinna Tunde "
        "Nnamdi"};

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> all = split(text, ' ');
  std::erase(all, "");
  for (auto& word : all) std::replace(word.begin(), word.end(), '_', ' ');
  return all;
}

std::vector<Forename> forenames(std::string_view text) {
  std::vector<Forename> all;
  for (const std::string& word : words(text)) {
    const auto parts = split(word, '=');
    all.push_back({parts[0], parts.size() > 1 ? parts[1] : ""});
  }
  return all;
}

}  // namespace

NameStock stock_from(const WrittenStock& written) {
  return {.weight = written.weight,
          .language = std::string(written.language),
          .speaks = written.speaks,
          .surnames = words(written.surnames),
          .girls = forenames(written.girls),
          .boys = forenames(written.boys),
          .own_script = written.own_script,
          .double_barrels = false};
}

std::vector<NameStock> name_stocks() {
  std::vector<NameStock> stocks{stock_from(kBritish), stock_from(kIrish), stock_from(kCaribbean),
                                stock_from(kWestAfrican)};
  stocks.front().double_barrels = true;
  for (NameStock& stock : stocks_from_abroad()) stocks.push_back(std::move(stock));
  return stocks;
}

}  // namespace handbell::invent
