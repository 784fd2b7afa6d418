using KhuyenCong.Domain.Establishments;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Tests.Norms;

namespace KhuyenCong.Domain.Tests.Projects;

public sealed class FilingTests
{
    private static readonly Dictionary<Guid, LegalForm> Forms = new() { [Given.Establishment] = LegalForm.HouseholdBusiness };

    [Fact]
    public void ADossierWithGaps_TellsEveryGapAtOnce() =>
        File(Given.Text() with { ImplementingUnit = " ", StartsOn = null, Beneficiaries = [], Lines = [], Consent = null }).Codes()
            .ShouldBe(["project.unit-missing", "project.period-missing", "estimate.empty", "project.beneficiary-missing"]);

    [Theory]
    [InlineData(ProjectKind.NationalGroup, ProjectNature.Grant, true)]
    [InlineData(ProjectKind.NationalSpecific, ProjectNature.Grant, false)]
    [InlineData(ProjectKind.NationalKey, ProjectNature.Grant, false)]
    [InlineData(ProjectKind.Provincial, ProjectNature.Grant, false)]
    [InlineData(ProjectKind.Commune, ProjectNature.Grant, false)]
    [InlineData(ProjectKind.Provincial, ProjectNature.AgencyTask, true)]
    public void OnlyGroupProjectsAndTasks_GoWithoutBeneficiaries(ProjectKind kind, ProjectNature nature, bool goes) =>
        File(Given.Text(kind, nature) with { Beneficiaries = [] }).Codes().ShouldBe(goes ? [] : ["project.beneficiary-missing"]);

    [Theory]
    [InlineData(Role.CommuneOfficer, false)]
    [InlineData(Role.DepartmentOfficer, false)]
    [InlineData(Role.CentreOfficer, false)]
    [InlineData(Role.CentreBranchOfficer, false)]
    [InlineData(Role.Association, false)]
    [InlineData(Role.EstablishmentOwner, true)]
    public void WhoFilesForAnOwner_RecordsTheOwnersConsent(Role role, bool owns)
    {
        var mover = Given.Mover(role, establishments: owns ? [Given.Establishment] : []);
        Given.Move(Given.Project(Given.Text() with { Consent = null }), new(ProjectAction.File), mover).Codes().ShouldBe(owns ? [] : ["project.consent-missing"]);
        Given.Move(Given.Project(), new(ProjectAction.File), mover).Breaches.ShouldBeEmpty();
        var two = Given.Text() with { Consent = null, Beneficiaries = [Given.Beneficiary(), Given.Beneficiary(Given.Id())] };
        Given.Move(Given.Project(two), new(ProjectAction.File), mover).Codes().ShouldBe(["project.consent-missing"], "the other beneficiary has an owner too");
    }

    [Fact]
    public void MoreIsAskedFor_BySectionAndReason()
    {
        var project = Given.In(ProjectState.Received);
        Given.Move(project, new(ProjectAction.ReturnForMore, " "), Given.Mover(Role.DepartmentOfficer)).Codes().ShouldBe(["project.sections-missing", "project.reason-missing"]);
        Given.Move(project, new(ProjectAction.ReturnForMore, "Thiếu", ProjectSections.Papers, Given.Today.AddDays(-1)), Given.Mover(Role.DepartmentOfficer)).Codes().ShouldBe(["project.deadline-past"]);
        Given.Move(project, new(ProjectAction.ReturnForMore, "Thiếu", ProjectSections.Papers, Given.Today), Given.Mover(Role.DepartmentOfficer)).Event.ShouldNotBeNull();
    }

    [Fact]
    public void OnlyTheNamedSections_Reopen()
    {
        var project = Given.In(ProjectState.AwaitingMore);
        project.EditableSections.ShouldBe(ProjectSections.Estimate | ProjectSections.Papers);
        var text = project.Text;
        Edit(project, text with { Lines = [Given.Line(500, 1, 250, 250)] }).Breaches.ShouldBeEmpty();
        Edit(project, text with { Title = "Tên khác" }).Codes().ShouldBe(["project.section-closed"]);
        Edit(project, text with { Dossier = text.Dossier with { Effects = "Khác" }, Lines = [] }).Breaches.ShouldHaveSingleItem().Arguments.ShouldBe([ProjectSections.Effects]);
        (text with { Title = "Tên khác", Lines = [] }).Only(project.EditableSections, text).ShouldSatisfyAllConditions(t => t.Title.ShouldBe(text.Title), t => t.Lines.ShouldBeEmpty());
    }

    [Fact]
    public void EverySection_IsComparedAndTakenApart()
    {
        var (one, other) = (Given.Text(), Given.Text(ProjectKind.Commune) with
        {
            Title = "Khác",
            PartnerUnits = "Trung tâm",
            Dossier = new() { Necessity = "2", Objectives = "3", Superiority = "4", Contents = "5", Organisation = "7", Effects = "8" },
            Machines = [Given.Machine()],
            Holds = NormConditions.OwnCapital,
            Consent = null,
        });
        one.Differs(other).ShouldBe(ProjectSections.All & ~ProjectSections.Papers);
        one.Differs(one with { Lines = [.. one.Lines] }).ShouldBe(ProjectSections.None);
        foreach (var section in Enum.GetValues<ProjectSections>().Except([ProjectSections.None, ProjectSections.All, ProjectSections.Papers]))
        {
            other.Only(section, one).Differs(one).ShouldBe(section);
        }
    }

    [Fact]
    public void ABlockingCheck_StopsTheFiling_AWarningDoesNot()
    {
        var project = Given.Project(Given.Text() with { Lines = [Given.Line(400, 1, 201, 199)], Holds = NormConditions.FittingIndustry | NormConditions.OwnCapital | NormConditions.NoOtherSupport });
        var (unverified, verified) = (Book(Verification.FromKnowledge), Book(Verification.VerifiedVerbatim));
        Verdicts(project, unverified).ShouldNotContain(Verdict.NotEligible);
        Verdicts(project, verified).ShouldContain(Verdict.NotEligible);
        Ruling<ProjectMoved> Moved(NormBook book) =>
            ProjectMoves.Of(project, Given.Id(), new(ProjectAction.File), Given.Mover(Role.DepartmentOfficer), [.. ProjectCheck.Of(project, Forms, book, Given.Today).Select(c => c.Answer)], TimeProvider.System);
        Moved(unverified).Event.ShouldNotBeNull();
        Moved(verified).Codes().ShouldBe(["project.check-blocks"]);
    }

    [Fact]
    public void EachBeneficiary_IsCheckedWhereItProduces()
    {
        var (one, other) = (Given.Beneficiary(), Given.Beneficiary(Given.Id(), Given.Elsewhere));
        var project = Given.Project(Given.Text() with { Beneficiaries = [one, other], Lines = [Given.Line(beneficiary: one.BeneficiaryId), Given.Line(beneficiary: other.BeneficiaryId), Given.Line()] });
        var checks = ProjectCheck.Of(project, Forms, Book(Verification.FromKnowledge), Given.Today);
        checks.Select(c => c.Facts.CommuneCode).ShouldBe([Given.Commune, Given.Elsewhere, null]);
        checks.Select(c => c.Facts.Beneficiary).ShouldBe([Beneficiaries.HouseholdBusiness, null, null]);
        checks.ShouldAllBe(c => c.Facts.Lines.Count == 1);
    }

    [Theory]
    [InlineData(true, NormConditions.NewMachine, NormConditions.None)]
    [InlineData(false, NormConditions.None, NormConditions.NewMachine)]
    public void MachinesAnswerForThemselves(bool isNew, NormConditions holds, NormConditions fails)
    {
        var facts = ProjectCheck.Of(Given.Project(Given.Text() with { Machines = [Given.Machine(isNew: isNew)] }), Forms, Book(Verification.FromKnowledge), Given.Today)[0].Facts;
        (facts.Holds, facts.Fails).ShouldBe((holds, fails));
    }

    [Fact]
    public void WhatADraftSays_MustBePossible()
    {
        var year = Given.Today.Year;
        string[] Faults(ProjectText text) => [.. ProjectWriting.Faults(text, Given.Today).Select(b => b.Code)];
        Faults(Given.Text()).ShouldBeEmpty();
        Faults(Given.Text() with { Title = " ", ContentCode = "k10" }).ShouldBe(["project.title-missing", "project.content-missing"]);
        Faults(Given.Text() with { Title = new('a', ProjectWriting.LongestTitle) }).ShouldBeEmpty();
        Faults(Given.Text() with { Title = new('a', ProjectWriting.LongestTitle + 1) }).ShouldBe(["project.too-long"]);
        Faults(Given.Text() with { Year = year + 5 }).ShouldBeEmpty();
        Faults(Given.Text() with { Year = year + 6 }).ShouldBe(["project.year-outside"]);
        Faults(Given.Text() with { StartsOn = Given.Today, EndsOn = Given.Today }).ShouldBeEmpty();
        Faults(Given.Text() with { StartsOn = Given.Today, EndsOn = Given.Today.AddDays(-1) }).ShouldBe(["project.period-reversed"]);
        Faults(Given.Text(ProjectKind.Commune) with { CommuneCode = null }).ShouldBe(["project.commune-missing"]);
        Faults(Given.Text(nature: ProjectNature.AgencyTask) with { Beneficiaries = [Given.Beneficiary()] }).ShouldBe(["project.task-has-beneficiaries"]);
        var twice = Given.Beneficiary();
        Faults(Given.Text() with { Beneficiaries = [twice, twice with { BeneficiaryId = Given.Id() }] }).ShouldBe(["project.beneficiary-twice"]);
        Faults(Given.Text() with { Machines = [Given.Machine(serial: "SN 01"), Given.Machine(serial: "sn-01")] }).ShouldBe(["machine.serial-twice"]);
        foreach (var none in (string[])["chưa có", "Không có", "chưa có số máy", "—", "n/a", "000"])
        {
            Faults(Given.Text() with { Machines = [Given.Machine(serial: none), Given.Machine(serial: none)] }).ShouldBeEmpty(none);
        }

        Faults(Given.Text() with { Machines = [Given.Machine() with { Name = "", MadeYear = 1949, Quantity = 0 }] }).ShouldBe(["machine.name-missing", "machine.year", "machine.figures"]);
    }

    [Fact]
    public void ANumberedProject_KeepsItsKindAndYear()
    {
        var project = Given.In(ProjectState.Filed);
        project.Apply(Given.Move(project, new(ProjectAction.ReturnForMore, "Tên", ProjectSections.Heading), Given.Mover(Role.DepartmentOfficer)).Event!);
        Edit(project, project.Text with { Title = "Tên khác" }).Breaches.ShouldBeEmpty();
        Edit(project, project.Text with { Year = project.Year - 1 }).Codes().ShouldBe(["project.coded"]);
        Edit(project, project.Text with { Kind = ProjectKind.NationalSpecific }).Codes().ShouldBe(["project.coded"]);
    }

    [Fact]
    public void ADossier_DoesNotMoveIntoAnothersProcedure()
    {
        ProjectText task = Given.Text(ProjectKind.Commune, ProjectNature.AgencyTask), elsewhere = task with { CommuneCode = Given.Elsewhere };
        var officer = Given.Mover(Role.CommuneOfficer);
        Edit(Given.Project(task), elsewhere, officer).Codes().ShouldBe(["project.commune-not-yours"]);
        Edit(Given.Project(task), task with { Title = "Tên khác" }, officer).Breaches.ShouldBeEmpty();
        Draft(elsewhere, officer).Codes().ShouldBe(["project.commune-not-yours"]);

        // One beneficiary at home does not make another commune's project one's own.
        var both = Given.Text(ProjectKind.Commune) with { CommuneCode = Given.Elsewhere, Beneficiaries = [Given.Beneficiary(), Given.Beneficiary(Given.Id(), Given.Elsewhere)] };
        Draft(both, officer).Codes().ShouldBe(["project.commune-not-yours"]);
        Draft(both with { CommuneCode = Given.Commune }, officer).Breaches.ShouldBeEmpty();
        Edit(Given.Project(Given.Text()), Given.Text() with { Beneficiaries = [Given.Beneficiary(commune: Given.Elsewhere)] }, officer).Codes().ShouldBe(["project.commune-not-yours"]);
        Draft(Given.Text(ProjectKind.Commune) with { CommuneCode = Given.Elsewhere }, Given.Mover(Role.CentreOfficer)).Codes().ShouldBe(["project.commune-elsewhere"]);
        Draft(Given.Text(ProjectKind.Commune), Given.Mover(Role.DepartmentOfficer)).Codes().ShouldBe(["project.commune-procedure"]);
        Edit(Given.Project(Given.Text()), Given.Text(ProjectKind.Commune), Given.Mover(Role.DepartmentOfficer)).Codes().ShouldBe(["project.commune-procedure"]);
    }

    [Fact]
    public void TheSoleOwner_DoesNotWriteOthersIn()
    {
        var owner = Given.Mover(Role.EstablishmentOwner, Given.Id(), establishments: Given.Establishment);
        var text = Given.Text();
        Edit(Given.Project(text), text with { Title = "Tên khác" }, owner).Breaches.ShouldBeEmpty();
        Edit(Given.Project(text), text with { Beneficiaries = [.. text.Beneficiaries, Given.Beneficiary(Given.Id())] }, owner).Codes().ShouldBe(["project.not-allowed"]);
        Edit(Given.Project(text), text with { Beneficiaries = [] }, owner).Codes().ShouldBe(["project.not-allowed"]);
    }

    [Fact]
    public void ACommunesNumber_StandsForItsCommune()
    {
        var two = Given.Text(ProjectKind.Commune) with { Beneficiaries = [Given.Beneficiary(), Given.Beneficiary(Given.Id(), Given.Elsewhere)] };
        var project = Given.In(ProjectState.Filed, two);
        project.Apply(Given.Move(project, new(ProjectAction.ReturnForMore, "Tên", ProjectSections.Heading), Given.Mover(Role.CommuneLeader)).Event!);
        var officer = Given.Mover(Role.CommuneOfficer) with { Communes = [Given.Commune, Given.Elsewhere] };
        Edit(project, project.Text with { CommuneCode = Given.Elsewhere }, officer).Codes().ShouldBe(["project.coded"]);
        Edit(project, project.Text with { Title = "Tên khác" }, officer).Breaches.ShouldBeEmpty();
    }

    [Fact]
    public void EveryMachine_AsksForItsPapers_UntilTheyAreThere()
    {
        MachineText bought = Given.Machine("A1"), made = Given.Machine("B2") with { IsSelfMade = true };
        var project = Given.Project(Given.Text() with { Machines = [bought, made] });
        string[] Missing() => [.. MachinePapers.Missing(project).Select(m => $"{m.Machine.Model} {m.Code}")];
        void Attach(string code, Guid? machine) => project.Apply(new PaperAttached(Given.Id(), code, "Tệp", "aa", "tep", 1, "application/pdf", null, machine, "A", Given.Id(), TimeProvider.System.UtcNow));
        Missing().ShouldBe(["A1 quotation", "B2 self-made-cost", "B2 self-made-recognition"]);
        Attach(ProjectPaper.CostFile, made.MachineId);
        Missing().ShouldBe(["A1 quotation", "B2 self-made-recognition"]);
        Attach(ProjectPaper.Recognition, Given.Id());
        Missing().ShouldBe(["A1 quotation", "B2 self-made-recognition"], "the paper of another machine");
        Attach(ProjectPaper.Recognition, null);
        Attach(ProjectPaper.Quotation, bought.MachineId);
        Missing().ShouldBeEmpty();
        string[] Faults(Guid? machine, string? code) => [.. MachinePapers.Faults(project, machine, code).Select(b => b.Code)];
        Faults(null, ProjectPaper.Quotation).ShouldBeEmpty();
        Faults(bought.MachineId, null).ShouldBeEmpty();
        Faults(bought.MachineId, ProjectPaper.CostFile).ShouldBe(["paper.not-of-machine"]);
        Faults(made.MachineId, ProjectPaper.Quotation).ShouldBe(["paper.not-of-machine"]);
        Faults(made.MachineId, ProjectPaper.Recognition).ShouldBeEmpty();
        Faults(Given.Id(), ProjectPaper.Quotation).ShouldBe(["paper.no-machine"]);
    }

    private static Ruling<ProjectMoved> File(ProjectText text) => Given.Move(Given.Project(text), new(ProjectAction.File), Given.Mover(Role.CentreOfficer));

    private static Ruling<ProjectDrafted> Draft(ProjectText text, ProjectMover mover) => ProjectWriting.Draft(Given.Id(), Given.Province, text, mover, TimeProvider.System);

    private static Ruling<ProjectEdited> Edit(Project project, ProjectText text, ProjectMover mover) => ProjectWriting.Edit(project, text, mover, TimeProvider.System);

    private static Ruling<ProjectEdited> Edit(Project project, ProjectText text) => ProjectWriting.Edit(project, text, Given.Mover(Role.DepartmentOfficer), TimeProvider.System);

    private static NormBook Book(Verification verification) => Books.Of(Books.Norm(5000, 300_000_000, regime: Regime.Provincial, verification: verification));

    private static Verdict[] Verdicts(Project project, NormBook book) => [.. ProjectCheck.Of(project, Forms, book, Given.Today).Select(c => c.Answer.Verdict)];
}
