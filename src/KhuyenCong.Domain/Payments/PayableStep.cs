namespace KhuyenCong.Domain.Payments;

/// <summary>Cách tính số được thanh toán của một nguồn: what acceptance found, what the Cục took of it, what is spoken for and what is asked for now.</summary>
/// <param name="Source">A funding source.</param>
/// <param name="Found">By the sites' records; under force majeure what the file of settlement lets be paid.</param>
/// <param name="Cut">What the Cục's record (5c) did not accept of it.</param>
/// <param name="Before">Paid, settled or asked for by other requests; for new money what is advanced too.</param>
/// <param name="Asked">By this request.</param>
public sealed record PayableStep(string Source, Dong Found, Dong Cut, Dong Before, Dong Asked)
{
    /// <summary>Được thanh toán.</summary>
    public Dong Payable => Found - Cut;

    /// <summary>Còn được thanh toán after this request; below nothing where the Cục concluded less than was paid already.</summary>
    public Dong Left => Payable - Before - Asked;
}
